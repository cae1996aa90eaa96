import type { Moment, MomentOf } from '../../src/run/moment.ts'
import type { Cast, Telling } from './cast.ts'
import { finishGroup, finishNode, finishRun } from './endings.ts'
import { MACHINE, type Message } from './messages.ts'
import { fallSilent, hireAgent, speak, useTool } from './speech.ts'
import type { Story } from './story.ts'

/** Tells a run from its moments: pure, and never ahead of them. */
export function* tellingsOf(story: Story, moments: Iterable<Moment>): Generator<Telling> {
  const cast: Cast = {
    story,
    speakers: new Map(),
    agents: new Map(),
    unfinished: new Set(),
    failed: undefined,
    startedAt: 0,
  }
  for (const moment of moments) yield* tellingsAt(cast, moment)
}

function* tellingsAt(cast: Cast, moment: Moment): Generator<Telling> {
  switch (moment.kind) {
    case 'run-started':
      cast.startedAt = moment.at
      return yield* begin(cast, moment)
    case 'node-started':
      return yield* hireAgent(cast, moment)
    case 'text':
      return yield* speak(cast, moment)
    case 'text-ended':
      return yield* fallSilent(cast, moment)
    case 'tool-started':
    case 'tool-finished':
      return yield* useTool(cast, moment)
    case 'node-finished':
      return yield* finishNode(cast, moment)
    case 'group-finished':
      return yield* finishGroup(cast, moment)
    case 'run-paused':
      for (const form of moment.forms) yield { tell: 'waits', at: moment.at, form }
      return
    case 'run-finished':
      return yield* finishRun(cast, moment)
    // Nobody outside hears of these.
    case 'node-retried':
    case 'reasoning':
    case 'documents':
    case 'group-started':
    case 'round-started':
    case 'input-required':
    case 'input-answered':
    case 'input-expired':
    case 'run-resumed':
      return
  }
}

/** Milliseconds that a chat input takes. */
const READING = 4

function* begin({ story }: Cast, { at }: MomentOf<'run-started'>): Generator<Telling> {
  const { run, graph } = story
  const id = run.id('message:user')
  const message: Message = { ...MACHINE, id, at, text: run.request.message, sender: 'User', senderName: 'User' }
  const built = { component: graph.input, message, value: undefined, took: READING, usage: null, failure: undefined }
  yield { tell: 'begun', at }
  yield { tell: 'message', at, message }
  yield { tell: 'built', at, built }
}
