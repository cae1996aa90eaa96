import type { Usage } from '../../src/run/moment.ts'

/** A price as the API writes it: a decimal string, rounded to seven digits after the point. */
export function formatPrice(dollars: number): string {
  return dollars === 0 ? '0.0' : dollars.toFixed(7)
}

/** The usage object of a model node. */
export function formatUsage(usage: Usage) {
  const prompt = priceOf(usage.promptTokens, usage.promptPrice)
  const completion = priceOf(usage.completionTokens, usage.completionPrice)
  return {
    prompt_tokens: usage.promptTokens,
    prompt_unit_price: unitPrice(usage.promptPrice),
    prompt_price_unit: '0.000001',
    prompt_price: formatPrice(prompt),
    completion_tokens: usage.completionTokens,
    completion_unit_price: unitPrice(usage.completionPrice),
    completion_price_unit: '0.000001',
    completion_price: formatPrice(completion),
    total_tokens: usage.promptTokens + usage.completionTokens,
    total_price: formatPrice(prompt + completion),
    currency: 'USD',
    latency: seconds(usage.first + usage.generating),
    time_to_first_token: seconds(usage.first),
    time_to_generate: seconds(usage.generating),
  }
}

// Each part is rounded by itself, half up, so that the total is the sum of what is shown.
function priceOf(tokens: number, perMillion: number): number {
  return Math.round(tokens * perMillion * 10) / 1e7
}

function unitPrice(dollars: number): string {
  const short = dollars.toFixed(2)
  return Number(short) === dollars ? short : String(dollars)
}

/** Milliseconds as seconds, to the microsecond. */
export function seconds(milliseconds: number): number {
  return Math.round(milliseconds * 1000) / 1e6
}
