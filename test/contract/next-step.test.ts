import { expect, it } from 'vitest'
import { NO_FLAG, withNextStep } from '../../src/contract/next-step.ts'
import type { Probe } from '../../src/contract/probe.ts'

const probe = (name: string, rest: Partial<Probe> = {}): Probe => ({
  name,
  runs: 1,
  operations: [],
  send: () => Promise.resolve(),
  ...rest,
})

const PROBES = [
  probe('plain'),
  probe('run', { takes: 'ok', role: 'robot' }),
  probe('run-of-bird', { takes: 'ok', role: 'bird' }),
  probe('failed-run', { sample: 'fail' }),
  probe('record', { after: ['failed-run'] }),
]

it.each([
  {
    it: 'leaves a step that the reason names',
    needs: ['failed-run'],
    reason: 'it ended too soon. Give --sample slow=FILE with a longer one',
    want: 'it ended too soon. Give --sample slow=FILE with a longer one',
  },
  {
    it: 'tells what kept a probe from being sent that it rests on',
    needs: ['record'],
    leftOut: ['failed-run', 'it takes 1 run, more than --max-runs 0 leaves. Raise --max-runs'],
    want: 'nothing was seen; it takes 1 run, more than --max-runs 0 leaves. Raise --max-runs',
  },
  {
    it: 'asks for another sample',
    needs: ['failed-run'],
    want: 'nothing was seen. Another --sample fail=FILE may show it',
  },
  {
    it: 'asks for another of what all its probes use',
    needs: ['run', 'run-of-bird'],
    want: 'nothing was seen. Another --sample ok=FILE or --flow robot=ID or --flow bird=ID may show it',
  },
  { it: 'says that no flag helps', needs: ['run', 'plain'], want: `nothing was seen. ${NO_FLAG}` },
])('$it', ({ needs, reason = 'nothing was seen', leftOut, want }) => {
  const [name = '', why = ''] = leftOut ?? []
  expect(withNextStep(reason, { needs }, PROBES, new Map([[name, why]]))).toBe(want)
})
