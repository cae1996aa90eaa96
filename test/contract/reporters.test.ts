import { expect, it } from 'vitest'
import type { Report } from '../../src/contract/report.ts'
import { formatGithub } from '../../src/contract/reporters/github.ts'
import { formatJson } from '../../src/contract/reporters/json.ts'
import { formatJunit } from '../../src/contract/reporters/junit.ts'
import { formatMarkdown } from '../../src/contract/reporters/markdown.ts'
import { formatPretty } from '../../src/contract/reporters/pretty.ts'
import { formatTap } from '../../src/contract/reporters/tap.ts'

const report: Report = {
  platform: 'jobs',
  target: 'http://127.0.0.1:4010/v1',
  known: 'Jobs 0.9',
  summary: { kept: 2, broken: 1, unchecked: 1, waived: 1 },
  findings: [
    {
      id: 'start-job.status',
      level: 'MUST',
      claim: 'MUST answer good requests with a status that the spec promises',
      verdict: 'kept',
      operation: 'startJob',
      source: { file: 'openapi/jobs.yaml', line: 71 },
    },
    {
      id: 'start-job.headers',
      level: 'MUST',
      claim: 'MUST send the headers that the spec requires',
      verdict: 'kept',
      operation: 'startJob',
      source: { file: 'openapi/jobs.yaml', line: 71 },
    },
    {
      id: 'start-job.body',
      level: 'MUST',
      claim: 'MUST answer with a body that fits its schema',
      verdict: 'broken',
      operation: 'startJob',
      source: { file: 'openapi/jobs.yaml', line: 71 },
      expected: '200 with a body that fits Job (jobs.yaml:71)',
      actual: '/words must be integer, got "<7> & \u0000more"',
      request: `curl -sN -X POST 'http://127.0.0.1:4010/v1/jobs?lang=en' -H "authorization: Bearer $KEY" -d '{"text":"it'\\''s"}'`,
    },
    {
      id: 'stop-job.status',
      level: 'MUST',
      claim: 'MUST answer good requests with a status that the spec promises',
      verdict: 'unchecked',
      operation: 'stopJob',
      source: { file: 'openapi/jobs.yaml', line: 71 },
      reason: 'no request for a run of this kind is known. Give --sample slow=FILE',
    },
    {
      id: 'stop-job.unknown-id',
      level: 'SHOULD',
      claim: 'SHOULD refuse an id that it does not know as documented',
      verdict: 'waived',
      operation: 'stopJob',
      source: { file: 'openapi/jobs.yaml', line: 71 },
      expected: 'status 404 for a request with an unknown job',
      actual: '500 {"error":"no such job"}',
      request: 'curl -sN -X DELETE http://127.0.0.1:4010/v1/jobs/5f3a',
      reason: 'Jobs 0.9: answers 500 where the documents say 404',
    },
  ],
  coverage: {
    operations: { startJob: { requests: 2, statuses: { 200: 2 } }, stopJob: { requests: 0, statuses: {} } },
    events: { begin: 1, end: 0 },
  },
  drift: [
    {
      kind: 'field',
      operation: 'startJob',
      seen: '/a|b of Job',
      times: 2,
      exchange: 1,
      source: { file: 'openapi/jobs.yaml', line: 71 },
      patch: { op: 'add', path: '/components/schemas/Job/properties/a|b', value: { type: 'integer' } },
    },
  ],
  exchanges: [],
  runs: { planned: 2, started: 2 },
  requests: 2,
  milliseconds: 1234,
}

it('writes a report for a person', () =>
  expect(formatPretty(report)).toMatchInlineSnapshot(`
    "jobs at http://127.0.0.1:4010/v1, known as Jobs 0.9

    startJob
      ✓ 2 kept: start-job.status start-job.headers
      ✗ start-job.body  MUST answer with a body that fits its schema (openapi/jobs.yaml:71)
          expected: 200 with a body that fits Job (jobs.yaml:71)
          actual:   /words must be integer, got "<7> & �more"
          request:  curl -sN -X POST 'http://127.0.0.1:4010/v1/jobs?lang=en' -H "authorization: Bearer $KEY" -d '{"text":"it'\\''s"}'
          explain:  flowproof explain start-job.body

    stopJob
      ? stop-job.status  MUST answer good requests with a status that the spec promises
          unchecked: no request for a run of this kind is known. Give --sample slow=FILE
      ~ stop-job.unknown-id  SHOULD refuse an id that it does not know as documented
          waived: Jobs 0.9: answers 500 where the documents say 404
          actual: 500 {"error":"no such job"}

    drift: what came and the document does not know, with what would add it
      + startJob: /a|b of Job (2 times)
          openapi/jobs.yaml:71  add /components/schemas/Job/properties/a|b  {"type":"integer"}

    operations not visited: stopJob
    events not seen: end
    2 requests, 2 runs, 1.2 s
    2 kept, 1 broken, 1 unchecked, 1 waived
    "
  `))

it('shows a person at a terminal what matters in colours, and lets no text of a target choose its own', () => {
  const paint = (colour: string, text: string): string => `<${colour}>${text}</${colour}>`
  const [broken] = report.findings.filter(({ verdict }) => verdict === 'broken')
  const told = { ...report, findings: broken ? [{ ...broken, actual: 'a \u001B[31mred\u001B[0m word' }] : [] }
  expect(formatPretty({ ...told, drift: [] }, { paint, width: 110 })).toMatchInlineSnapshot(`
    "jobs at http://127.0.0.1:4010/v1, known as Jobs 0.9

    <bold>startJob</bold>
    <red>  ✗ start-job.body</red>  MUST answer with a body that fits its schema (openapi/jobs.yaml:71)
    <dim>      expected:</dim> 200 with a body that fits Job (jobs.yaml:71)
    <dim>      actual:</dim>   a �[31mred�[0m word
    <dim>      request:</dim>  curl -sN -X POST 'http://127.0.0.1:4010/v1/jobs?lang=en' -H "authorization: Bearer $KEY" -d '{"text":"it'\\''s"}'
    <dim>      explain:</dim>  flowproof explain start-job.body

    operations not visited: stopJob
    events not seen: end
    2 requests, 2 runs, 1.2 s
    <red>2 kept, 1 broken, 1 unchecked, 1 waived</red>
    "
  `)
})

it('breaks a list of what is kept before the edge of a narrow terminal', () => {
  const [kept] = report.findings
  const findings = kept ? ['alpha', 'beta', 'gamma', 'delta'].map((id) => ({ ...kept, id: `${id}.status` })) : []
  const lines = formatPretty({ ...report, findings }, { paint: (_, text) => text, width: 40 }).split('\n')
  expect(lines.slice(3, 6)).toMatchInlineSnapshot(`
    [
      "  ✓ 4 kept: alpha.status beta.status",
      "    gamma.status delta.status",
      "",
    ]
  `)
})

it('writes a report as JUnit XML', () =>
  expect(formatJunit(report)).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="UTF-8"?>
    <testsuites name="jobs http://127.0.0.1:4010/v1" tests="5" failures="1" errors="0" skipped="2" time="1.234">
      <testsuite name="startJob" tests="3" failures="1" errors="0" skipped="0">
        <testcase classname="jobs.startJob" name="start-job.status: MUST answer good requests with a status that the spec promises"/>
        <testcase classname="jobs.startJob" name="start-job.headers: MUST send the headers that the spec requires"/>
        <testcase classname="jobs.startJob" name="start-job.body: MUST answer with a body that fits its schema">
          <failure message="/words must be integer, got &quot;&lt;7&gt; &amp; �more&quot;" type="MUST">expected: 200 with a body that fits Job (jobs.yaml:71)
    actual:   /words must be integer, got &quot;&lt;7&gt; &amp; �more&quot;
    request:  curl -sN -X POST 'http://127.0.0.1:4010/v1/jobs?lang=en' -H &quot;authorization: Bearer $KEY&quot; -d '{&quot;text&quot;:&quot;it'\\''s&quot;}'
    explain:  flowproof explain start-job.body</failure>
        </testcase>
      </testsuite>
      <testsuite name="stopJob" tests="2" failures="0" errors="0" skipped="2">
        <testcase classname="jobs.stopJob" name="stop-job.status: MUST answer good requests with a status that the spec promises">
          <skipped message="no request for a run of this kind is known. Give --sample slow=FILE"/>
        </testcase>
        <testcase classname="jobs.stopJob" name="stop-job.unknown-id: SHOULD refuse an id that it does not know as documented">
          <skipped message="waived: Jobs 0.9: answers 500 where the documents say 404"/>
        </testcase>
      </testsuite>
      <!-- 2 kept, 1 broken, 1 unchecked, 1 waived -->
    </testsuites>
    "
  `))

it('writes a report as JSON', () => expect(JSON.parse(formatJson(report))).toEqual(report))

it('writes a report as TAP', () =>
  expect(formatTap(report)).toMatchInlineSnapshot(`
  "TAP version 14
  1..5
  ok 1 - start-job.status: MUST answer good requests with a status that the spec promises
  ok 2 - start-job.headers: MUST send the headers that the spec requires
  not ok 3 - start-job.body: MUST answer with a body that fits its schema
    ---
    expected: "200 with a body that fits Job (jobs.yaml:71)"
    actual: "/words must be integer, got \\"<7> & \\u0000more\\""
    promised: "openapi/jobs.yaml:71"
    request: "curl -sN -X POST 'http://127.0.0.1:4010/v1/jobs?lang=en' -H \\"authorization: Bearer $KEY\\" -d '{\\"text\\":\\"it'\\\\''s\\"}'"
    ...
  ok 4 - stop-job.status: MUST answer good requests with a status that the spec promises # SKIP no request for a run of this kind is known. Give --sample slow=FILE
  not ok 5 - stop-job.unknown-id: SHOULD refuse an id that it does not know as documented # TODO Jobs 0.9: answers 500 where the documents say 404
    ---
    expected: "status 404 for a request with an unknown job"
    actual: "500 {\\"error\\":\\"no such job\\"}"
    promised: "openapi/jobs.yaml:71"
    request: "curl -sN -X DELETE http://127.0.0.1:4010/v1/jobs/5f3a"
    ...
  "
`))

it('writes a report as annotations', () =>
  expect(formatGithub(report)).toMatchInlineSnapshot(`
    "::error title=start-job.body::MUST answer with a body that fits its schema%0Aexpected: 200 with a body that fits Job (jobs.yaml:71)%0Aactual: /words must be integer, got "<7> & �more"%0Apromised in: openapi/jobs.yaml:71%0Acurl -sN -X POST 'http://127.0.0.1:4010/v1/jobs?lang=en' -H "authorization: Bearer $KEY" -d '{"text":"it'\\''s"}'%0Aflowproof explain start-job.body
    ::warning title=drift of startJob::/a|b of Job is not in openapi/jobs.yaml:71
    jobs: 2 kept, 1 broken, 1 unchecked, 1 waived
    "
  `))

it('writes a report as Markdown, in which nothing that came is markup', () =>
  expect(formatMarkdown(report)).toMatchInlineSnapshot(`
    "## jobs at \` http://127.0.0.1:4010/v1 \`

    **2 kept, 1 broken, 1 unchecked, 1 waived**; 2 requests, 2 runs.

    ### ✗ \` start-job.body \`

    MUST answer with a body that fits its schema (\` openapi/jobs.yaml:71 \`)

    - expected: \` 200 with a body that fits Job (jobs.yaml:71) \`
    - actual: \` /words must be integer, got "<7> & more" \`
    - explain: \` flowproof explain start-job.body \`

    \`\`\`sh
    curl -sN -X POST 'http://127.0.0.1:4010/v1/jobs?lang=en' -H "authorization: Bearer $KEY" -d '{"text":"it'\\''s"}'
    \`\`\`

    ### Waived

    | check | because | what came |
    | --- | --- | --- |
    | stop-job.unknown-id | Jobs 0.9: answers 500 where the documents say 404 | 500 \\{"error":"no such job"\\} |

    ### Unchecked

    | check | why |
    | --- | --- |
    | stop-job.status | no request for a run of this kind is known. Give --sample slow=FILE |

    ### Drift

    | operation | seen | times | would stand in |
    | --- | --- | --- | --- |
    | startJob | /a\\|b of Job | 2 | openapi/jobs.yaml:71 |
    "
  `))
