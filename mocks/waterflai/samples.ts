import type { Sample } from '../../src/mock/platform.ts'

interface Server {
  readonly base: string
  readonly key: string
  /** Name of the default scenario: the flow that a word in the message steers. */
  readonly scenario: string
}

/** Three requests to paste: blocking, streaming, and a job that is started and asked for until it has ended. */
export function samples({ base, key, scenario }: Server): readonly Sample[] {
  const post = (path: string) =>
    [
      `curl -sN ${base}${path} -H 'X-API-Key: ${key}' -H 'Content-Type: application/json'`,
      `-d '{"input_data":{"query":"Why are there tides?","user_id":"user-123"}}'`,
    ].join(' \\\n  ')
  const ask = `curl -s "$job" -H 'X-API-Key: ${key}'`
  const poll = [
    `job=$(${post(`/v1/executions/${scenario}/async`)} | sed 's/.*"status_url":"\\([^"]*\\)".*/\\1/')`,
    `while ${ask} | grep -E '"(PENDING|RUNNING)"'; do sleep 1; done; ${ask}`,
  ].join('\n')
  return [
    { title: 'Blocking', curl: post(`/execute_chatflow/${scenario}/execute`) },
    { title: 'Streaming', curl: post(`/execute_workflow/${scenario}/stream_execute`) },
    { title: 'Polling', curl: poll },
  ]
}
