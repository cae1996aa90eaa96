import type { Sample } from '../../src/mock/platform.ts'
import { uuidOf } from '../../src/run/uuid.ts'

interface Server {
  readonly base: string
  readonly key: string
  /** Name of the default scenario. */
  readonly scenario: string
}

/** Three requests to paste: a run to wait for, the same run as a stream, and a job that is polled. */
export function samples({ base, key, scenario }: Server): readonly Sample[] {
  const post = (url: string, body: object) =>
    [
      `curl -sN '${base}${url}' -H 'x-api-key: ${key}' -H 'Content-Type: application/json'`,
      `-d '${JSON.stringify(body)}'`,
    ].join(' \\\n  ')
  const input_value = 'Why are there tides?'
  const start = post('/api/v2/workflows', { flow_id: uuidOf(`scenario:${scenario}`), input_value, mode: 'background' })
  const jobId = `$(${start} | grep -o '"job_id":"[^"]*' | cut -d'"' -f4)`
  return [
    { title: 'Blocking', curl: post(`/api/v1/run/${scenario}`, { input_value }) },
    { title: 'Streaming', curl: post(`/api/v1/run/${scenario}?stream=true`, { input_value }) },
    {
      title: 'State of a job',
      curl: `curl -s "${base}/api/v2/workflows?job_id=${jobId}" \\\n  -H 'x-api-key: ${key}'`,
    },
  ]
}
