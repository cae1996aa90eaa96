import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** An answer as curl has printed it. */
export interface Printed {
  readonly status: number
  readonly type: string
  readonly body: string
}

const run = promisify(execFile)

/** Runs curl with arguments as a vendor documents them; nothing on this machine changes what it does. */
export async function curl(...words: readonly string[]): Promise<Printed> {
  const ours = ['-q', '--noproxy', '*', '-sSN', '-w', '\n%{http_code} %{content_type}']
  const { stdout } = await run('curl', [...ours, ...words], { encoding: 'utf8' })
  const [, body = '', status = '', type = ''] = /^(.*)\n(\d{3}) (.*)$/s.exec(stdout) ?? []
  return { status: Number(status), type, body }
}

/** The JSON of an answer. */
export function jsonIn({ body }: Printed): unknown {
  return JSON.parse(body)
}

/** The JSON of each `data` line. */
export function dataIn({ body }: Printed): readonly unknown[] {
  return [...body.matchAll(/^data: ?(.*)$/gm)].map(([, json = '']) => JSON.parse(json))
}

/** The values of one field of events, each once where it stands several times in a row. */
export function namesOf(events: readonly unknown[], field: string): readonly unknown[] {
  const names = events.map((event) => Object.entries(Object(event)).find(([name]) => name === field)?.[1])
  return names.filter((name, index) => name !== names[index - 1])
}
