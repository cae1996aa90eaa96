import { styleText } from 'node:util'

type Format = Parameters<typeof styleText>[0]

/** Colours a text, or leaves it as it is. */
export type Paint = (format: Format, text: string) => string

/**
 * Colours only for a person at a terminal who has not asked for none, and wherever `FORCE_COLOR` asks for them.
 * @see https://no-color.org and https://force-color.org
 */
export function createPaint(stream: { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv): Paint {
  const coloured = isColoured(stream, env)
  return (format, text) => (coloured ? styleText(format, text, { validateStream: false }) : text)
}

function isColoured({ isTTY }: { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv): boolean {
  if (env.FORCE_COLOR) return !/^(0|false)$/i.test(env.FORCE_COLOR)
  return isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb'
}
