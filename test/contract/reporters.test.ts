import { expect, it } from 'vitest'
import type { Report } from '../../src/contract/report.ts'
import { formatJson } from '../../src/contract/reporters/json.ts'
import { formatJunit } from '../../src/contract/reporters/junit.ts'
import { formatPretty } from '../../src/contract/reporters/pretty.ts'

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
    },
    {
      id: 'start-job.headers',
      level: 'MUST',
      claim: 'MUST send the headers that the spec requires',
      verdict: 'kept',
      operation: 'startJob',
    },
    {
      id: 'start-job.body',
      level: 'MUST',
      claim: 'MUST answer with a body that fits its schema',
      verdict: 'broken',
      operation: 'startJob',
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
      reason: 'no request for a run of this kind is known. Give --sample slow=FILE',
    },
    {
      id: 'stop-job.unknown-id',
      level: 'SHOULD',
      claim: 'SHOULD refuse an id that it does not know as documented',
      verdict: 'waived',
      operation: 'stopJob',
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
  runs: { planned: 2, started: 2 },
  requests: 2,
  milliseconds: 1234,
}

it('writes a report for a person', () =>
  expect(formatPretty(report)).toMatchInlineSnapshot(`
    "jobs at http://127.0.0.1:4010/v1, known as Jobs 0.9

    startJob
      ✓ 2 kept: start-job.status start-job.headers
      ✗ start-job.body  MUST answer with a body that fits its schema
          expected: 200 with a body that fits Job (jobs.yaml:71)
          actual:   /words must be integer, got "<7> & �more"
          request:  curl -sN -X POST 'http://127.0.0.1:4010/v1/jobs?lang=en' -H "authorization: Bearer $KEY" -d '{"text":"it'\\''s"}'

    stopJob
      ? stop-job.status  MUST answer good requests with a status that the spec promises
          unchecked: no request for a run of this kind is known. Give --sample slow=FILE
      ~ stop-job.unknown-id  SHOULD refuse an id that it does not know as documented
          waived: Jobs 0.9: answers 500 where the documents say 404
          actual: 500 {"error":"no such job"}

    operations not visited: stopJob
    events not seen: end
    2 requests, 2 runs, 1.2 s
    2 kept, 1 broken, 1 unchecked, 1 waived
    "
  `))

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
    request:  curl -sN -X POST 'http://127.0.0.1:4010/v1/jobs?lang=en' -H &quot;authorization: Bearer $KEY&quot; -d '{&quot;text&quot;:&quot;it'\\''s&quot;}'</failure>
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
