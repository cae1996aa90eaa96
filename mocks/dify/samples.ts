import type { Sample } from '../../src/mock/platform.ts'

/** Three requests to paste: blocking, streaming, and the record of the first one's run. */
export function samples({ base, key }: { readonly base: string; readonly key: string }): readonly Sample[] {
  const post = (mode: string) =>
    [
      `curl -sN ${base}/workflows/run -H 'Authorization: Bearer ${key}' -H 'Content-Type: application/json'`,
      `-d '{"inputs":{"query":"Why are there tides?"},"response_mode":"${mode}","user":"user-42"}'`,
    ].join(' \\\n  ')
  const newest = `$(curl -s ${base}/workflows/logs -H 'Authorization: Bearer ${key}' | grep -o '"workflow_run": {"id": "[^"]*' | head -1 | cut -d'"' -f6)`
  return [
    { title: 'Blocking', curl: post('blocking') },
    { title: 'Streaming', curl: post('streaming') },
    {
      title: 'Record of the newest run',
      curl: `curl -s ${base}/workflows/run/${newest} \\\n  -H 'Authorization: Bearer ${key}'`,
    },
  ]
}
