import type { Sample } from '../../src/mock/platform.ts'
import { idOfFlow } from './flows.ts'

interface Server {
  readonly base: string
  readonly key: string
  readonly scenario: string
}

/** Requests to paste. They name the flows of the default scenario: what `--flow agentflow_id=…` and `--flow chatflow_id=…` of a verify mean. */
export function samples({ base, key, scenario }: Server): readonly Sample[] {
  const agentflowId = idOfFlow(scenario)
  const chatflowId = idOfFlow(`chatflow-${scenario}`)
  const auth = `-H 'Authorization: Bearer ${key}'`
  const post = (variable: string, id: string, body: object) =>
    [
      `${variable}=${id}`,
      `curl -sN ${base}/prediction/$${variable} ${auth} -H 'Content-Type: application/json' \\\n  -d '${JSON.stringify(body)}'`,
    ].join('\n')
  const question = 'Why are there tides?'
  return [
    { title: 'Blocking, a chatflow', curl: post('chatflow_id', chatflowId, { question }) },
    {
      title: 'Streaming, an agentflow',
      curl: post('agentflow_id', agentflowId, { question, streaming: true, chatId: 'tides' }),
    },
    { title: 'Record of the newest run', curl: `curl -s '${base}/executions?limit=1' \\\n  ${auth}` },
  ]
}
