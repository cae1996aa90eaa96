import { expectThat } from '../../src/contract/check.ts'
import {
  type JourneyCheck,
  journeyChecks,
  requestsTo,
  type Scene,
  type Sight,
} from '../../src/contract/journey-checks.ts'
import { isSameAsDocumented } from '../../src/contract/same-as-documented.ts'
import { showJson } from '../../src/contract/show-json.ts'
import { eventsOf, jsonOf, succeeded, type Transcript } from '../../src/contract/transcript.ts'
import { readPointer } from '../../src/spec/pointer.ts'
import { eventsNamed, textIn } from './known.ts'
import { UNKNOWN_ACTION } from './pause-journey.ts'
import { textAgrees } from './run-checks.ts'
import { agree, finishedData, hasCode, ofRun } from './scene.ts'

/** A run that waits for a person: its record, its form, and its events before and after the answer. */
export const pauseChecks = journeyChecks([
  {
    id: 'pause.record-paused',
    claim: 'MUST store a run that waits for a person as paused, not ended',
    operation: 'getWorkflowRun',
    journey: 'paused-run',
    judge: ofPause((_, scene) => {
      const [followed] = requestsTo(scene, 'streamWorkflowEvents')
      const record = requestsTo(scene, 'getWorkflowRun').findLast(({ sentAt }) => !followed || sentAt < followed.sentAt)
      if (!record) return 'the record was not read'
      const wanted = { status: 'paused', finished_at: null }
      return agree(record, { from: 'a paused run', value: wanted }, { from: 'the record', value: jsonOf(record) }, [
        '/status',
        '/finished_at',
      ])
    }),
  },
  {
    id: 'pause.reasons-name-the-form',
    claim: 'MUST give the forms that it waits for as the reasons of a pause',
    operation: 'runWorkflow',
    journey: 'paused-run',
    judge: ofPause((run) => {
      const forms = eventsNamed(run, 'human_input_required').map((event) => readPointer(event, '/data/form_id'))
      const reasons = readPointer(eventsNamed(run, 'workflow_paused')[0], '/data/reasons')
      const named = (Array.isArray(reasons) ? reasons : []).map((reason: unknown) => readPointer(reason, '/form_id'))
      return expectThat(
        forms.every((form) => named.includes(form)),
        run,
        `reasons with form_id ${showJson(forms)}`,
        () => showJson(named),
      )
    }),
  },
  {
    id: 'form.matches-the-event',
    claim: 'MUST show by its token the form that human_input_required told of',
    operation: 'getHumanInputForm',
    journey: 'paused-run',
    judge: ofPause((run, scene) => {
      const form = requestsTo(scene, 'getHumanInputForm').find(succeeded)
      if (!form) return NO_TOKEN
      const event = readPointer(eventsNamed(run, 'human_input_required')[0], '/data')
      const wanted = ['/form_content', '/inputs', '/actions'].map((at) => readPointer(event, at))
      const got = ['/form_content', '/inputs', '/user_actions'].map((at) => readPointer(jsonOf(form), at))
      const [content, fields, actions] = wanted
      const told = { form_content: content, inputs: fields, user_actions: actions }
      const isSame = isSameAsDocumented(scene.spec.document, '/components/schemas/HumanInputForm', told, jsonOf(form))
      return expectThat(isSame, form, `the form of human_input_required ${showJson(wanted)}`, () => showJson(got))
    }),
  },
  {
    id: 'form.refuses-unknown-action',
    claim: 'MUST refuse an action that the form does not offer, with code invalid_form_data',
    operation: 'submitHumanInputForm',
    journey: 'paused-run',
    judge: ofPause((_, scene) => {
      const refused = requestsTo(scene, 'submitHumanInputForm').find(
        ({ request }) => readPointer(request.json, '/action') === UNKNOWN_ACTION,
      )
      return refused ? hasCode(refused, 400, 'invalid_form_data') : NO_TOKEN
    }),
  },
  {
    id: 'form.taken-once',
    claim: 'MUST refuse a second answer to a form, with code human_input_form_submitted',
    operation: 'submitHumanInputForm',
    journey: 'paused-run',
    judge: ofPause((_, scene) => {
      const second = requestsTo(scene, 'submitHumanInputForm').find(({ expects }) => expects.statuses?.includes(412))
      return second ? hasCode(second, 412, 'human_input_form_submitted') : NO_TOKEN
    }),
  },
  {
    id: 'resume.snapshot-replays',
    claim: 'SHOULD replay on demand the nodes that have run and the pause that a run is in',
    operation: 'streamWorkflowEvents',
    journey: 'paused-run',
    judge: ofPause((run, scene) => {
      const replay = requestsTo(scene, 'streamWorkflowEvents').find(
        ({ request }) => request.parameters.continue_on_pause === undefined,
      )
      if (!replay || !succeeded(replay)) return 'the paused run could not be followed'
      const wanted = milestones(run)
      const got = milestones(replay)
      const missing = wanted.filter((milestone) => !got.includes(milestone))
      return expectThat(missing.length === 0, replay, wanted.join(', '), () => `without ${missing.join(', ')}`)
    }),
  },
  {
    id: 'resume.goes-on',
    claim: 'MUST go on after the answer, in the streams that stayed open, up to the end of the run',
    operation: 'streamWorkflowEvents',
    journey: 'paused-run',
    judge: ofResumption((resumed) => {
      const reasons = eventsNamed(resumed, 'workflow_started').map((event) => readPointer(event, '/data/reason'))
      const kept = reasons.includes('resumption') && finishedData(resumed) !== undefined
      return expectThat(kept, resumed, 'workflow_started for resumption … workflow_finished', () =>
        milestones(resumed).slice(-6).join(', '),
      )
    }),
  },
  {
    id: 'resume.keeps-the-task',
    claim: 'SHOULD keep the id of the task over a pause',
    operation: 'streamWorkflowEvents',
    journey: 'paused-run',
    judge: ofResumption((resumed, run) => {
      const task = textIn(run, '/task_id')
      const others = eventsOf(resumed)
        .map((event) => readPointer(event, '/task_id'))
        .filter((id) => id !== undefined && id !== task)
      return expectThat(others.length === 0, resumed, `task_id ${showJson(task)}`, () => showJson(others[0]))
    }),
  },
  {
    id: 'resume.tells-the-answer',
    claim: 'SHOULD tell who follows a run which action was chosen',
    operation: 'streamWorkflowEvents',
    journey: 'paused-run',
    judge: ofResumption((resumed, _, answer) => {
      const action = readPointer(answer.request.json, '/action')
      const told = eventsNamed(resumed, 'human_input_form_filled').map((event) => readPointer(event, '/data/action_id'))
      return expectThat(
        told.includes(action),
        resumed,
        `human_input_form_filled with action_id ${showJson(action)}`,
        () => (told.length === 0 ? 'no such event' : showJson(told)),
      )
    }),
  },
  {
    id: 'resume.text-agrees',
    claim: 'SHOULD stream to who follows a run over its pause the text that the outputs hold in the end',
    operation: 'streamWorkflowEvents',
    journey: 'paused-run',
    judge: ofResumption((resumed, run) => textAgrees(resumed, [run, resumed])),
  },
  {
    id: 'resume.record-agrees',
    claim: 'MUST store of a resumed run what its last event said',
    operation: 'getWorkflowRun',
    journey: 'paused-run',
    judge: ofResumption((resumed, _, __, scene) => {
      const end = finishedData(resumed)
      const record = requestsTo(scene, 'getWorkflowRun').at(-1)
      if (end === undefined || !record) return 'the resumed run did not end'
      const told = [
        '/id',
        '/workflow_id',
        '/status',
        '/outputs',
        '/error',
        '/total_tokens',
        '/total_steps',
        '/finished_at',
      ]
      return agree(
        record,
        { from: 'workflow_finished', value: end },
        { from: 'the record', value: jsonOf(record) },
        told,
      )
    }),
  },
])

const NO_TOKEN = 'the form has no token by which it could be read'

function ofPause(judge: (run: Transcript, scene: Scene) => Sight): JourneyCheck['judge'] {
  return ofRun('streaming', (run, scene) =>
    eventsNamed(run, 'workflow_paused').length > 0
      ? judge(run, scene)
      : 'the run did not pause. Give --sample paused=FILE with a request whose run waits for a person',
  )
}

function ofResumption(
  judge: (resumed: Transcript, run: Transcript, answer: Transcript, scene: Scene) => Sight,
): JourneyCheck['judge'] {
  return ofPause((run, scene) => {
    const resumed = requestsTo(scene, 'streamWorkflowEvents').find(
      ({ request }) => request.parameters.continue_on_pause === 'true',
    )
    const answer = requestsTo(scene, 'submitHumanInputForm').find(succeeded)
    return resumed && answer ? judge(resumed, run, answer, scene) : 'the form could not be answered'
  })
}

/** Starts of nodes, forms and pauses, in a word each. */
function milestones(transcript: Transcript): readonly string[] {
  return eventsOf(transcript).flatMap((event) => {
    const name = readPointer(event, '/event')
    const node = readPointer(event, '/data/node_id')
    if (name === 'node_started' || name === 'human_input_required') return [`${name} of ${showJson(node)}`]
    return name === 'workflow_started' || name === 'workflow_paused' || name === 'workflow_finished' ? [name] : []
  })
}
