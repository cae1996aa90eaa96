import fc from 'fast-check'
import { expect, it } from 'vitest'
import { errorFrames, STREAM_TYPE } from '../../../mocks/dify/stream.ts'
import { createHeldClock } from '../../../src/mock/held-clock.ts'
import { stopAt } from '../../../src/run/stop-at.ts'
import { startDify } from './client.ts'
import { advanceUntil } from './follow.ts'
import { framesUntil, pingsIn, SCENARIOS, tell } from './tell.ts'

it('writes the same bytes each time: a ping first, then compact JSON, to the end of the run', async () => {
  const clock = createHeldClock()
  const { send } = await startDify({ clock, speed: 1, seed: 7 })
  const body = { inputs: { query: 'Nothing?' }, user: 'user-42', response_mode: 'streaming' }
  const response = await send('/workflows/run', { key: 'app-empty-answer', body })
  const text = await advanceUntil(clock, response.text())
  const { headers } = response
  expect([headers.get('content-type'), headers.get('cache-control')]).toEqual([STREAM_TYPE, null])
  expect(text).toMatchInlineSnapshot(`
    "event: ping

    data: {"event":"workflow_started","workflow_run_id":"a534155d-918b-4110-85ca-a4a7555d309f","task_id":"b5817d46-a84a-49c3-8a7b-e7c94b02b854","data":{"id":"a534155d-918b-4110-85ca-a4a7555d309f","workflow_id":"2377f029-4d9e-5b32-b46a-f6f4a7e3754c","inputs":{"query":"Nothing?","sys.files":[],"sys.user_id":"user-42","sys.app_id":"3b8a3445-70e6-4978-80e7-d3d7bbd4edbf","sys.workflow_id":"2377f029-4d9e-5b32-b46a-f6f4a7e3754c","sys.workflow_run_id":"a534155d-918b-4110-85ca-a4a7555d309f"},"created_at":1767225600,"reason":"initial"}}

    data: {"event":"node_started","workflow_run_id":"a534155d-918b-4110-85ca-a4a7555d309f","task_id":"b5817d46-a84a-49c3-8a7b-e7c94b02b854","data":{"id":"71c454dc-f4e3-4cdc-9847-e5b7525ac9e3","node_id":"1784494779933","node_type":"start","title":"Start","index":1,"predecessor_node_id":null,"inputs":null,"inputs_truncated":false,"created_at":1767225600,"extras":{},"iteration_id":null,"loop_id":null,"agent_strategy":null}}

    data: {"event":"node_finished","workflow_run_id":"a534155d-918b-4110-85ca-a4a7555d309f","task_id":"b5817d46-a84a-49c3-8a7b-e7c94b02b854","data":{"id":"71c454dc-f4e3-4cdc-9847-e5b7525ac9e3","node_id":"1784494779933","node_type":"start","title":"Start","index":1,"predecessor_node_id":null,"inputs":{"query":"Nothing?"},"inputs_truncated":false,"process_data":{},"process_data_truncated":false,"outputs":{"query":"Nothing?"},"outputs_truncated":false,"status":"succeeded","error":null,"elapsed_time":0.004517,"execution_metadata":null,"created_at":1767225600,"finished_at":1767225600,"files":[],"iteration_id":null,"loop_id":null}}

    data: {"event":"node_started","workflow_run_id":"a534155d-918b-4110-85ca-a4a7555d309f","task_id":"b5817d46-a84a-49c3-8a7b-e7c94b02b854","data":{"id":"9717b535-77cf-4bd2-a53a-244580a9a407","node_id":"1784410403536","node_type":"llm","title":"Writer","index":1,"predecessor_node_id":null,"inputs":null,"inputs_truncated":false,"created_at":1767225600,"extras":{},"iteration_id":null,"loop_id":null,"agent_strategy":null}}

    data: {"event":"text_chunk","workflow_run_id":"a534155d-918b-4110-85ca-a4a7555d309f","task_id":"b5817d46-a84a-49c3-8a7b-e7c94b02b854","data":{"text":"","from_variable_selector":["1784410403536","text"]}}

    data: {"event":"node_finished","workflow_run_id":"a534155d-918b-4110-85ca-a4a7555d309f","task_id":"b5817d46-a84a-49c3-8a7b-e7c94b02b854","data":{"id":"9717b535-77cf-4bd2-a53a-244580a9a407","node_id":"1784410403536","node_type":"llm","title":"Writer","index":1,"predecessor_node_id":null,"inputs":{"#1784494779933.query#":"Nothing?","model_provider":"langgenius/openai/openai","model_name":"gpt-4o-mini"},"inputs_truncated":false,"process_data":{"model_mode":"chat","prompts":[{"role":"user","text":"Nothing?","files":[]}],"usage":{"prompt_tokens":22,"prompt_unit_price":"0.15","prompt_price_unit":"0.000001","prompt_price":"0.0000033","completion_tokens":0,"completion_unit_price":"0.60","completion_price_unit":"0.000001","completion_price":"0.0","total_tokens":22,"total_price":"0.0000033","currency":"USD","latency":0.32,"time_to_first_token":0.32,"time_to_generate":0},"finish_reason":"stop","model_provider":"langgenius/openai/openai","model_name":"gpt-4o-mini"},"process_data_truncated":false,"outputs":{"text":"","reasoning_content":"","usage":{"prompt_tokens":22,"prompt_unit_price":"0.15","prompt_price_unit":"0.000001","prompt_price":"0.0000033","completion_tokens":0,"completion_unit_price":"0.60","completion_price_unit":"0.000001","completion_price":"0.0","total_tokens":22,"total_price":"0.0000033","currency":"USD","latency":0.32,"time_to_first_token":0.32,"time_to_generate":0},"finish_reason":"stop"},"outputs_truncated":false,"status":"succeeded","error":null,"elapsed_time":0.340639,"execution_metadata":{"total_tokens":22,"total_price":"0.0000033","currency":"USD"},"created_at":1767225600,"finished_at":1767225600,"files":[],"iteration_id":null,"loop_id":null}}

    data: {"event":"node_started","workflow_run_id":"a534155d-918b-4110-85ca-a4a7555d309f","task_id":"b5817d46-a84a-49c3-8a7b-e7c94b02b854","data":{"id":"91b8932a-b75b-4963-85d1-b4f31ad865b3","node_id":"1784764762002","node_type":"end","title":"End","index":1,"predecessor_node_id":null,"inputs":null,"inputs_truncated":false,"created_at":1767225600,"extras":{},"iteration_id":null,"loop_id":null,"agent_strategy":null}}

    data: {"event":"node_finished","workflow_run_id":"a534155d-918b-4110-85ca-a4a7555d309f","task_id":"b5817d46-a84a-49c3-8a7b-e7c94b02b854","data":{"id":"91b8932a-b75b-4963-85d1-b4f31ad865b3","node_id":"1784764762002","node_type":"end","title":"End","index":1,"predecessor_node_id":null,"inputs":{"answer":""},"inputs_truncated":false,"process_data":{},"process_data_truncated":false,"outputs":{"answer":""},"outputs_truncated":false,"status":"succeeded","error":null,"elapsed_time":0.005384,"execution_metadata":null,"created_at":1767225600,"finished_at":1767225600,"files":[],"iteration_id":null,"loop_id":null}}

    data: {"event":"workflow_finished","workflow_run_id":"a534155d-918b-4110-85ca-a4a7555d309f","task_id":"b5817d46-a84a-49c3-8a7b-e7c94b02b854","data":{"id":"a534155d-918b-4110-85ca-a4a7555d309f","workflow_id":"2377f029-4d9e-5b32-b46a-f6f4a7e3754c","status":"succeeded","outputs":{"answer":""},"error":null,"elapsed_time":0.367728,"total_tokens":22,"total_steps":3,"created_by":{"id":"f775508b-f490-48c3-90c7-083891afb058","user":"user-42"},"created_at":1767225600,"finished_at":1767225600,"exceptions_count":0,"files":[]}}

    "
  `)
})

it('writes text beyond ASCII as it is, in one line', () => {
  const [frame] = [...tell('unicode').frames()].filter(({ event }) => event === 'workflow_finished')
  for (const text of ['שָׁלוֹם', '👨‍👩‍👧‍👦', '𝒜𝓁𝑔𝑒𝒷𝓇𝒶', '[\u2028] [\u2029]']) expect(frame?.text).toContain(text)
  expect(frame?.text.indexOf('\n')).toBe((frame?.text.length ?? 0) - 2)
})

const PINGS = [
  { it: 'at the ten seconds of a node that is silent', name: 'silent-node', pings: [0, 10_000, 20_000] },
  { it: 'by the time since the start, not since the request', name: 'queued', pings: [0, 15_000, 25_000] },
  { it: 'even while text flows', name: 'long-answer', pings: [0, 10_000, 20_000] },
  { it: 'once when the run is short', name: 'answer', pings: [0] },
]
it.each(PINGS)('pings at once, and $it', ({ name, pings }) => {
  const frames = [...tell(name).frames()]
  expect(pingsIn(frames)).toEqual(pings)
  expect(frames.at(-1)?.event).toBe('workflow_finished')
})

it('pings on for as long as a run works', () => {
  const frames = framesUntil(tell('slow').frames(), 1_000_000)
  expect(pingsIn(frames)).toEqual(tens(0, 1_000_000))
})

it('ends a stream when the run pauses', () => {
  const frames = [...tell('human-input').frames()]
  expect(frames.slice(-2).map(({ event }) => event)).toEqual(['human_input_required', 'workflow_paused'])
})

it('keeps the stream of a refused run open until it has been silent for 300 seconds', () => {
  const [first, second, ...rest] = [...errorFrames('topic is required in input form')]
  expect(first).toEqual({ at: 0, event: 'ping', text: 'event: ping\n\n' })
  expect(second?.text).toBe('data: {"event":"error","message":"topic is required in input form","status":500}\n\n')
  expect(rest.map(({ event }) => event)).toEqual(Array(30).fill('ping'))
  expect(pingsIn(rest)).toEqual(tens(10_000, 300_000))
})

it('leaves the stream of a run that was stopped before its start without an end, but for the silence', () => {
  const { frames, moments } = tell('queued')
  const told = [...frames(stopAt(moments(), 2_000, 'Aborted: User requested stop'))]
  expect(told.every(({ event }) => event === 'ping')).toBe(true)
  expect(pingsIn(told)).toEqual(tens(0, 300_000))
})

const STORIES = SCENARIOS.map(({ name }) => {
  const told = tell(name)
  const moments = told.moments()
  return { name, told, moments, frames: framesUntil(told.frames(moments), 31_000) }
})

it('tells nothing that a stop could change before the stop', () => {
  fc.assert(
    fc.property(fc.constantFrom(...STORIES), fc.nat(31_000), ({ told, moments, frames }, at) => {
      const stopped = framesUntil(told.frames(stopAt(moments, at, 'stopped')), at - 1)
      expect(stopped).toEqual(framesUntil(frames, at - 1))
    }),
    { numRuns: 200 },
  )
})

const WITH_FORMS = [
  { name: 'two-forms', nodes: ['first', 'second'] },
  { name: 'human-input', nodes: ['review'] },
  { name: 'every-field', nodes: ['ask'] },
]

it('tells a listener nothing that an answer could change before the answer', () => {
  const answer = fc.record({ at: fc.nat(900_000), index: fc.nat(1) })
  fc.assert(
    fc.property(
      fc.constantFrom(...WITH_FORMS),
      fc.record({ at: fc.nat(30_000), snapshot: fc.boolean(), continueOnPause: fc.boolean() }),
      fc.array(answer, { maxLength: 2 }),
      answer,
      ({ name, nodes }, attachment, given, last) => {
        const { resumed, moments } = tell(name)
        const plan = (answers: readonly { at: number; index: number }[]) =>
          moments(answers.map(({ at, index }) => ({ at, node: nodes[index] ?? '', action: 'go', inputs: {} })))
        const before = framesUntil(resumed(attachment, plan(given)), last.at - 1)
        expect(framesUntil(resumed(attachment, plan([...given, last])), last.at - 1)).toEqual(before)
      },
    ),
    { numRuns: 300 },
  )
})

/** Each ten seconds from one offset to another, both included. */
function tens(from: number, to: number): number[] {
  return Array.from({ length: (to - from) / 10_000 + 1 }, (_, index) => from + index * 10_000)
}
