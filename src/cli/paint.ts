import { styleText } from 'node:util'

type Format = Parameters<typeof styleText>[0]

/** Colours a text, or leaves it as it is. */
export type Paint = (format: Format, text: string) => string

/** Colours only for a person at a terminal who has not asked for none. @see https://no-color.org */
export function createPaint(stream: { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv): Paint {
  const coloured = stream.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb'
  return (format, text) => (coloured ? styleText(format, text) : text)
}
