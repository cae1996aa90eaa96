import { definePlatform } from 'flowproof'

const refuse = (status, why) => ({ kind: 'body', status, body: { why } })

function runFlow(call) {
  const scenario = call.scenarios.find(call.params.flow)
  if (!scenario) return refuse(404, 'no such flow')
  const { kind, value } = call.body
  if (kind !== 'json' || typeof value?.text !== 'string') return refuse(422, 'no text')
  const request = { message: value.text, inputs: { query: value.text }, user: '' }
  const run = call.runs.start({ scenario, request, names: [] })
  const id = call.id('run')
  if (value.stream) {
    const frames = (moments) => framesOf(id, moments, call.quirks.has('begins-twice'))
    return { kind: 'stream', status: 200, type: 'text/event-stream', run, frames }
  }
  const reply = () => ({ kind: 'body', status: 200, body: { run: id, text: textsOf(run.past()).join('') } })
  return { kind: 'later', run, reply }
}

const textsOf = (moments) => moments.flatMap((moment) => (moment.kind === 'text' ? [moment.text] : []))

function* framesOf(run, moments, twice) {
  const frame = (at, event, rest) => ({
    at,
    event,
    text: `data: ${JSON.stringify({ event, run, ...rest })}\n\n`,
  })
  yield frame(0, 'begin')
  for (const moment of moments) {
    if (moment.kind === 'text') yield frame(moment.at, 'word', { text: moment.text })
    if (moment.kind === 'text-ended' && twice) yield frame(moment.at, 'begin')
    if (moment.kind === 'run-finished') yield frame(moment.at, 'end')
  }
}

export default definePlatform({
  createState: () => ({}),
  sampleKey: 'whistle',
  variants: { 0.9: { 'begins-twice': 'begins again when all is said' } },
  headers: () => ({}),
  encodeBody: (body) => ({ type: 'application/json', text: JSON.stringify(body) }),
  authenticate: (call) =>
    call.acceptsKey(call.headers['x-kettle-key'] ?? '') ? undefined : refuse(401, 'no good key'),
  refusals: {
    unknownPath: () => refuse(404, 'no such path'),
    wrongMethod: () => refuse(405, 'not in this way'),
    tooLarge: () => refuse(413, 'too large'),
    crashed: () => refuse(500, 'it boiled over'),
  },
  handlers: { runFlow },
  samples: ({ base, key, scenario }) => [
    { title: 'Blocking', curl: `curl ${base}/flows/${scenario}/runs -H 'X-Kettle-Key: ${key}' --json '{"text":"hi"}'` },
  ],
})
