import type { Spec } from '../../spec/spec.ts'
import type { PlatformContract } from '../platform-contract.ts'
import type { Probe } from '../probe.ts'
import { boundaryProbes } from './boundary-probes.ts'
import { flawedProbes } from './flawed-probes.ts'
import { plainProbes } from './plain-probes.ts'

/** All probes for a platform in the order of sending: journeys first, since the others use what they learn. */
export function listProbes(spec: Spec, contract: PlatformContract): readonly Probe[] {
  return [
    ...contract.journeys,
    ...plainProbes(spec, contract),
    ...boundaryProbes(spec, contract),
    ...flawedProbes(spec, contract),
  ]
}
