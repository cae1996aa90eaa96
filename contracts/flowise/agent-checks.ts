import { type Check, expectThat } from '../../src/contract/check.ts'
import { journeyChecks, requestsTo } from '../../src/contract/journey-checks.ts'
import { showJson } from '../../src/contract/show-json.ts'
import { jsonOf, succeeded } from '../../src/contract/transcript.ts'
import { readPointer } from '../../src/spec/pointer.ts'
import { dataOf, messageIdOf, textAt } from './known.ts'
import { isSameTold, ofRun, ofStream, sameAs } from './scene.ts'

const ROLES = ['agents_id']

const TURNS = '/LegacyAgentsAnswer/properties/agentReasoning'

/** What agents of the first version tell of their turns. */
export const agentChecks: readonly Check[] = journeyChecks([
  {
    id: 'streamed-run.reasoning-grows',
    claim: 'MUST send all turns of the agents again after each turn, in their order',
    operation: 'createPrediction',
    journey: 'streamed-run',
    roles: ROLES,
    judge: ofStream((run, scene) => {
      const told = dataOf(run, 'agentReasoning').map(asList)
      if (told.length === 0) return 'the stream tells of no turn'
      const wrong = told.findIndex((turns, index) => {
        const before = told[index - 1] ?? []
        return turns.length <= before.length || !isSameTold(scene, TURNS, before, turns.slice(0, before.length))
      })
      const before = showJson(told[wrong - 1] ?? [])
      return expectThat(wrong < 0, run, `more turns than ${before}`, () => showJson(told[wrong]))
    }),
  },
  {
    id: 'blocking-run.reasoning-is-stored',
    claim: 'MUST store with its message what the agents did for an answer',
    operation: 'listChatMessages',
    journey: 'blocking-run',
    roles: ROLES,
    judge: ofRun((run, scene) => {
      const listed = requestsTo(scene, 'listChatMessages').find(succeeded)
      if (!listed) return 'the messages of the chat could not be read'
      const id = messageIdOf(run)
      const message = asList(jsonOf(listed)).find((other) => textAt(other, '/id') === id)
      const [wanted, got] = [jsonOf(run), message].map((view) => readPointer(view, '/agentReasoning'))
      if (wanted === undefined || got === undefined) return 'not both views tell what the agents did'
      return sameAs(scene, TURNS, listed, 'agentReasoning', wanted, got)
    }),
  },
])

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
