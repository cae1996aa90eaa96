import type { Probe, Session } from '../../src/contract/probe.ts'
import type { RequestParts } from '../../src/contract/request-parts.ts'
import { jsonOf, type Transcript } from '../../src/contract/transcript.ts'
import { readPointer } from '../../src/spec/pointer.ts'
import { isRecord } from '../../src/spec/record.ts'
import { eventsNamed, isNamed, type RunBody, sampleRun, textIn } from './known.ts'
import { settleRun } from './read-run.ts'
import { json, NOBODY } from './requests.ts'

/** What is chosen on no form. */
export const UNKNOWN_ACTION = 'flowproof-no-such-action'

/** A run that pauses for a person: its form is read, refused, answered and refused again, and its events are followed over the pause. */
export const pauseJourney: Probe = {
  name: 'paused-run',
  runs: 1,
  operations: ['runWorkflow', 'getWorkflowRun', 'streamWorkflowEvents', 'getHumanInputForm', 'submitHumanInputForm'],
  sample: 'paused',
  async send(session) {
    const body = sampleRun(session.known, 'paused')
    const request = { ...json({ ...body, response_mode: 'streaming' }), expects: { media: 'text/event-stream' } }
    const run = await session.send('runWorkflow', request)
    if (body === undefined || eventsNamed(run, 'workflow_paused').length === 0) return
    await settleRun(session, run)
    const followRun = followUnder(session, run, body)
    await followRun({ include_state_snapshot: 'true' })
    const form = await readForm(session, run)
    if (!form) return
    await form.submit({ action: UNKNOWN_ACTION }, { expects: { statuses: [400] } })
    await followRun({ include_state_snapshot: 'true', continue_on_pause: 'true' }, form.submit)
    await form.submit({}, { expects: { statuses: [412] } })
    await settleRun(session, run)
  },
}

/** Answers the form; fields that are left out are filled in well. */
type Submit = (answer: { readonly action?: string }, parts: RequestParts) => Promise<void>

// The form is answered while the stream is open, when it has caught up: so nothing that follows is missed.
function followUnder(session: Session, run: Transcript, { user }: RunBody) {
  return async (query: Readonly<Record<string, string>>, answer?: Submit): Promise<void> => {
    const id = textIn(run, '/workflow_run_id') ?? ''
    const request = { path: { workflow_run_id: id }, query: { user, ...query } }
    let pauses = 0
    await session.send('streamWorkflowEvents', request, {
      async onEvent(event) {
        if (!isNamed(event, 'workflow_paused')) return
        pauses += 1
        if (pauses === 1) await answer?.({}, {})
      },
      // Whoever would answer a second form is not here.
      leaveAfter: () => pauses > 1,
    })
  }
}

async function readForm(session: Session, run: Transcript): Promise<{ readonly submit: Submit } | undefined> {
  const token = textIn(run, '/data/form_token')
  if (token === undefined) return undefined
  const path = { form_token: token }
  const form = jsonOf(await session.send('getHumanInputForm', { path }))
  const good = { inputs: answerTo(form), action: readPointer(form, '/user_actions/0/id'), user: NOBODY }
  return {
    async submit(answer, parts) {
      await session.send('submitHumanInputForm', { ...parts, ...json({ ...good, ...answer }), path })
    },
  }
}

/** A value for each field of a form that takes text or a choice. */
function answerTo(form: unknown): Readonly<Record<string, unknown>> {
  const fields = readPointer(form, '/inputs')
  const answers = (Array.isArray(fields) ? fields : []).flatMap((field: unknown) => {
    if (!isRecord(field) || typeof field.output_variable_name !== 'string') return []
    const value = field.type === 'select' ? readPointer(field, '/option_source/value/0') : 'Well said.'
    return field.type === 'select' || field.type === 'paragraph' ? [[field.output_variable_name, value]] : []
  })
  return Object.fromEntries(answers)
}
