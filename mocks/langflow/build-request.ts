import type { Call } from '../../src/mock/call.ts'
import {
  aFlag,
  anInteger,
  aRecord,
  aText,
  aUuid,
  checkFields,
  type FieldRules,
  isRecord,
  listOf,
  oneOf,
  orNull,
  type Problem,
  type Rule,
} from './fields.ts'
import { queryOf } from './refusals.ts'
import type { State } from './state.ts'

const INPUTS: FieldRules = {
  fields: {
    components: orNull(listOf(aText)),
    input_value: orNull(aText),
    session: orNull(aText),
    type: orNull(oneOf(['chat', 'text', 'any'])),
    client_request_time: orNull(anInteger),
  },
  others: 'refused',
}

const FLOW_DATA: FieldRules = {
  fields: { nodes: listOf(aRecord), edges: listOf(aRecord), viewport: orNull(aRecord) },
  required: ['nodes', 'edges'],
}

const objectOf =
  (rules: FieldRules): Rule =>
  (value, loc) =>
    isRecord(value) ? checkFields(value, rules, loc) : aRecord(value, loc)

const BODY: FieldRules = {
  fields: {
    inputs: orNull(objectOf(INPUTS)),
    data: orNull(objectOf(FLOW_DATA)),
    files: orNull(listOf(aText)),
  },
}

const DELIVERIES = ['streaming', 'direct', 'polling'] as const
type Delivery = (typeof DELIVERIES)[number]

/** How events are to be handed out; undefined for a word that is none of the ways. */
export function deliveryOf(call: Call<State>, preset: Delivery): Delivery | undefined {
  const wanted = queryOf(call, 'event_delivery') ?? preset
  return DELIVERIES.find((delivery) => delivery === wanted)
}

/** What is wrong with the delivery that a call asks for. */
export function deliveryProblems(call: Call<State>): readonly Problem[] {
  const wanted = queryOf(call, 'event_delivery')
  return wanted === undefined ? [] : oneOf(DELIVERIES, 'enum')(wanted, ['query', 'event_delivery'])
}

/** The input of a build. */
export interface BuildInput {
  readonly message: string | null
  readonly sessionId: string | null
}

/** Reads a wish to build, or says what is wrong with it: path, then query, then body. */
export function readBuildRequest(
  call: Call<State>,
): { readonly input: BuildInput } | { readonly problems: readonly Problem[] } {
  const { body } = call
  const value = body.kind === 'json' ? body.value : null
  const logs = queryOf(call, 'log_builds')
  const problems = [
    ...aUuid(call.params.flow_id ?? '', ['path', 'flow_id']),
    ...(logs === undefined ? [] : aFlag(logs, ['query', 'log_builds'])),
    ...deliveryProblems(call),
    ...orNull(objectOf(BODY))(value, ['body']),
  ]
  if (problems.length > 0) return { problems }
  const inputs = isRecord(value) && isRecord(value.inputs) ? value.inputs : {}
  const text = (it: unknown) => (typeof it === 'string' ? it : null)
  return { input: { message: text(inputs.input_value), sessionId: text(inputs.session) } }
}
