import { findKnown } from '../../contract/find-known.ts'
import { readKnownDeviations } from '../../contract/known-deviations.ts'
import { limitsOf } from '../limits.ts'
import { reportSettings } from '../report-settings.ts'
import { samplesOfFlags, type VerifyFlags, type VerifySettings } from '../verify-settings.ts'
import type { ExpandedTarget } from './expand-target.ts'
import {
  flowsOf,
  keyOf,
  knownOf,
  patternsOf,
  platformOf,
  reportFilesOf,
  samplesOf,
  urlOf,
  waiversOf,
} from './target-values.ts'

/**
 * What a target of a config tells, and flags beside it: those add to its flows, samples and reports, and take the place of all else. What is wrong
 * in the config is thrown with its place.
 */
export async function settingsOfTarget(target: ExpandedTarget, flags: VerifyFlags): Promise<VerifySettings> {
  const platform = await platformOf(target)
  const known = flags.known === undefined ? knownOf(target) : readKnownDeviations(findKnown(flags.known))
  return {
    platform,
    url: flags.url ?? urlOf(target),
    key: flags.key ?? keyOf(target),
    flows: { ...flowsOf(target, platform), ...flags.flow },
    samples: { ...samplesOf(target, platform), ...samplesOfFlags(flags) },
    only: flags.only ?? patternsOf(target, 'only', platform),
    skip: flags.skip ?? patternsOf(target, 'skip', platform),
    known,
    waivers: waiversOf(target, known),
    limits: limitsOf(flags, (key) => target.get(key)),
    report: reportSettings(flags, target.name, { files: reportFilesOf(target), strict: target.get('strict') ?? false }),
  }
}
