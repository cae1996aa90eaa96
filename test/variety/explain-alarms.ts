import { type Judged, judgeVariety, PLAIN, varietyOf } from './check-seeds.ts'
import type { Recording } from './recording.ts'
import type { Variety } from './vary-transcript.ts'

/** Each alarm with the ways in which its server differs, those of them that raise it alone, and what shows it again. */
export async function explainAlarms(recording: Recording, { seed, alarms }: Judged): Promise<readonly string[]> {
  if (alarms.length === 0) return []
  const ways = waysOf(varietyOf(recording, seed))
  const alone = new Map<string, readonly string[]>()
  for (const [name, variety] of ways) {
    const judged = await judgeVariety(recording, seed, variety)
    for (const id of judged.alarms.map(idOf)) alone.set(id, [...(alone.get(id) ?? []), name])
  }
  const all = ways.map(([name]) => name).join(', ')
  const { platform } = recording.platform.spec
  return alarms.map((alarm) => {
    const enough = alone.get(idOf(alarm))?.join(' or ') ?? 'no one way alone'
    const again = `FLOWPROOF_SEED=${seed} npx vitest run test/variety/${platform}.test.ts`
    return `seed ${seed} of ${platform} (${all}; enough is ${enough}): ${alarm}\n  ${again}`
  })
}

function idOf(alarm: string): string {
  return alarm.split(':')[0] ?? ''
}

function waysOf(variety: Variety): readonly (readonly [name: string, variety: Variety])[] {
  const { leavesOut, nulls, more, fickle, reordered, respelled, dressings, guests, cut, headed, clock } = variety
  const ways: readonly (readonly [string, Variety] | false)[] = [
    leavesOut !== undefined && ['fewer members', { ...PLAIN, leavesOut, fickle }],
    nulls !== undefined && ['nulls', { ...PLAIN, nulls }],
    more !== undefined && ['more members', { ...PLAIN, more, fickle }],
    reordered && ['another order of members', { ...PLAIN, reordered }],
    respelled && ['other spelling', { ...PLAIN, respelled }],
    ...dressings.map((dressing) => [dressing, { ...PLAIN, dressings: [dressing] }] as const),
    ...guests.map((guest) => [`${guest} events`, { ...PLAIN, guests: [guest] }] as const),
    cut && ['other chunks', { ...PLAIN, cut }],
    headed && ['other headers', { ...PLAIN, headed }],
    clock !== PLAIN.clock && ['longer waits', { ...PLAIN, clock }],
  ]
  return ways.filter((way) => way !== false)
}
