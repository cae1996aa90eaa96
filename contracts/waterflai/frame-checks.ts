import { type Check, expectThat, type Observation } from '../../src/contract/check.ts'
import { nameForRole } from '../../src/contract/flows.ts'
import { eventsOf, framesOf, type ReceivedFrame, shorten, type Transcript } from '../../src/contract/transcript.ts'
import type { operations } from '../../src/generated/waterflai.ts'
import { isRecord } from '../../src/spec/record.ts'
import { FLOW_ROLES, progressOf } from './known.ts'

const AT_ONCE = ['streamChatflow', 'streamWorkflow'] as const
const OF_JOBS = ['streamExecution'] as const

/** The frames of the two kinds of streams that tell of a run. */
export const frameChecks: readonly Check[] = [
  {
    id: 'flow-stream.frames',
    claim: 'MUST send each event of a flow as one data line with a JSON object that has a type',
    ...onStreams(AT_ONCE, ['streamed-run', 'failed-run'], judgeFrames),
  },
  {
    id: 'flow-stream.progress',
    claim: 'SHOULD never let fall the progress that the events of a flow tell',
    ...onStreams(AT_ONCE, ['streamed-run', 'failed-run'], judgeProgress),
  },
  {
    id: 'job-stream.frames',
    claim: 'SHOULD send each event of a job as one data line with a JSON object that has a type',
    ...onStreams(OF_JOBS, ['job', 'failed-job', 'cancelled-job'], judgeFrames),
  },
  {
    id: 'job-stream.progress',
    claim: 'SHOULD never let fall the progress that the events of a job tell',
    ...onStreams(OF_JOBS, ['job', 'failed-job', 'cancelled-job'], judgeProgress),
  },
]

function onStreams(
  names: readonly [keyof operations, ...(keyof operations)[]],
  journeys: readonly string[],
  judge: (stream: Transcript) => readonly Observation[],
): Pick<Check, 'operation' | 'needs' | 'judge'> {
  return {
    operation: names[0],
    needs: journeys.flatMap((journey) => FLOW_ROLES.map((role) => nameForRole(journey, role))),
    judge: ({ transcripts }) =>
      transcripts
        .filter(({ operation, flaw }) => flaw === undefined && names.some((name) => name === operation))
        .flatMap(judge),
  }
}

// Comments, ids and fields that nobody knows are for clients to ignore.
function judgeFrames(stream: Transcript): readonly Observation[] {
  const frames = framesOf(stream).filter(({ kind }) => kind === 'event')
  if (frames.length === 0) return []
  const wrong = frames.find((frame) => !isOneObject(frame))
  return [expectThat(wrong === undefined, stream, 'data: {"type": …}', () => shorten(wrong?.raw ?? '', 120))]
}

function isOneObject({ fields, value }: ReceivedFrame): boolean {
  const lines = fields.filter(({ name }) => name === 'data')
  return lines.length === 1 && isRecord(value) && typeof value.type === 'string'
}

function judgeProgress(stream: Transcript): readonly Observation[] {
  const told = eventsOf(stream).flatMap((event) => progressOf(event) ?? [])
  if (told.length === 0) return []
  const fallen = told.findIndex((progress, index) => progress < (told[index - 1] ?? progress))
  return [
    expectThat(fallen === -1, stream, 'progress that never falls', () => `${told[fallen]} after ${told[fallen - 1]}`),
  ]
}
