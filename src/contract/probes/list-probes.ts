import type { Spec } from '../../spec/spec.ts'
import type { PlatformContract } from '../platform-contract.ts'
import type { Probe } from '../probe.ts'
import { plainProbes } from './plain-probes.ts'
import { refusalProbes } from './refusal-probes.ts'

/** All probes for a platform in the order of sending: journeys first, since the others use what they learn. */
export function listProbes(spec: Spec, contract: PlatformContract): readonly Probe[] {
  return [...contract.journeys, ...plainProbes(spec, contract), ...refusalProbes(spec, contract)]
}
