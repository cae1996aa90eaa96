import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { aimockFixture, type Kind, mock, requestOf } from './contenders.ts'
import { exchange } from './harness/exchange.ts'
import { type Recording, recordingOf } from './harness/recording.ts'
import { startServer } from './harness/start-server.ts'

/** The mock's own answers in instant mode, as files for those who have to give the same. */
export interface PreparedAnswers {
  readonly recordings: Readonly<Record<Kind, { readonly file: string; readonly recording: Recording }>>
  readonly aimock: { readonly fixture: string; readonly chunk: number }
}

/** Asks the mock once for each kind of answer and writes down what it says. */
export async function prepareAnswers(scratch: string): Promise<PreparedAnswers> {
  const server = await startServer(mock('run'))
  const record = async (kind: Kind) => {
    const request = requestOf(kind)
    const recording = recordingOf(request, await exchange(server.port, request))
    const file = join(scratch, `${kind}.json`)
    writeFileSync(file, JSON.stringify(recording))
    return { file, recording }
  }
  const recordings = { run: await record('run'), info: await record('info'), stream: await record('stream') }
  await server.stop()

  const text = answerText(bodyOf(recordings.run.recording))
  const pieces = bodyOf(recordings.stream.recording).split('"event":"text_chunk"').length - 1
  const fixture = join(scratch, 'aimock.json')
  writeFileSync(fixture, JSON.stringify(aimockFixture(text)))
  return { recordings, aimock: { fixture, chunk: Math.ceil(text.length / pieces) } }
}

/** The whole body of a recorded answer. */
export function bodyOf({ writes }: Recording): string {
  return writes.map(({ text }) => text).join('')
}

function answerText(body: string): string {
  const [text] = Object.values(JSON.parse(body).data.outputs)
  if (typeof text !== 'string')
    throw new Error(`Failed to find the answer's text: the first output is not a text.\n${body}`)
  return text
}
