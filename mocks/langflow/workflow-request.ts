import type { Call } from '../../src/mock/call.ts'
import {
  aFlag,
  aRecord,
  aText,
  checkFields,
  type FieldRules,
  isRecord,
  isUuid,
  listOf,
  missing,
  oneOf,
  orNull,
  type Problem,
  recordOf,
  shortText,
} from './fields.ts'
import { refuseWorkflow } from './refusals.ts'
import type { State } from './state.ts'
import { protectedFields, type Tweaks } from './tweaks.ts'

type Mode = 'sync' | 'stream' | 'background'

/** A wish to run a workflow, defaults filled in. */
export interface WorkflowRequest {
  readonly flowId: string
  readonly input: string
  readonly tweaks: Tweaks
  readonly sessionId: string | null
  readonly mode: Mode
  readonly protocol: string
  readonly outputIds: readonly string[] | undefined
  readonly globals: Readonly<Record<string, string>>
  readonly uniqueKey: string | null
  /** Names of the fields that are not null. */
  readonly given: ReadonlySet<string>
}

const MODES = ['sync', 'stream', 'background'] as const

const RULES: FieldRules = {
  fields: {
    flow_id: aText,
    input_value: aText,
    tweaks: aRecord,
    session_id: orNull(aText),
    mode: oneOf(MODES, 'enum'),
    stream_protocol: aText,
    data: orNull(aRecord),
    files: orNull(listOf(aText)),
    start_component_id: orNull(aText),
    stop_component_id: orNull(aText),
    output_ids: orNull(listOf(aText)),
    globals: orNull(recordOf(shortText(65_536))),
    idempotency_key: orNull(shortText(255)),
    expose_graph_state: aFlag,
  },
  required: ['flow_id'],
  others: 'refused',
}

/** Reads the body of a call, or says what is wrong with it. */
export function readWorkflowRequest({
  body,
}: Call<State>): { readonly request: WorkflowRequest } | { readonly problems: readonly Problem[] } {
  if (body.kind !== 'json') return { problems: [missing(['body'], null)] }
  const { value } = body
  if (!isRecord(value)) return { problems: [notAnObject(value)] }
  const problems = [...checkFields(value, RULES, ['body']), ...longNames(value.globals)]
  if (problems.length > 0) return { problems }
  const flowId = textIn(value.flow_id) ?? ''
  if (!isUuid(flowId)) return { problems: [notAnId(value)] }
  const globals = Object.entries(isRecord(value.globals) ? value.globals : {})
  return {
    request: {
      flowId,
      input: textIn(value.input_value) ?? '',
      tweaks: isRecord(value.tweaks) ? value.tweaks : {},
      sessionId: textIn(value.session_id),
      mode: MODES.find((mode) => mode === value.mode) ?? 'sync',
      protocol: textIn(value.stream_protocol) ?? 'langflow',
      outputIds: Array.isArray(value.output_ids) ? value.output_ids.map(String) : undefined,
      globals: Object.fromEntries(globals.map(([name, text]) => [name, String(text)])),
      uniqueKey: textIn(value.idempotency_key),
      given: new Set(Object.keys(value).filter((name) => value[name] !== null)),
    },
  }
}

const textIn = (value: unknown): string | null => (typeof value === 'string' ? value : null)

function notAnObject(input: unknown): Problem {
  const msg = 'Input should be a valid dictionary or object to extract fields from'
  return { type: 'model_attributes_type', loc: ['body'], msg, input }
}

function notAnId(input: unknown): Problem {
  return {
    type: 'value_error',
    loc: ['body'],
    msg: 'Value error, Invalid flow_id, must be a UUID',
    input,
    ctx: { error: {} },
  }
}

function longNames(globals: unknown): readonly Problem[] {
  const names = isRecord(globals) ? Object.keys(globals) : []
  return names.flatMap((name) => shortText(256)(name, ['body', 'globals', name, '[key]']))
}

const NOT_IN_SYNC = ['data', 'files', 'start_component_id', 'stop_component_id']

/** A protocol that this server does not speak, told before the flow is looked for. */
export function protocolRefusal({ protocol }: WorkflowRequest) {
  if (protocol === 'langflow') return undefined
  const message = `Unknown stream_protocol '${protocol}'.`
  return refuseWorkflow(422, {
    error: 'Unknown stream_protocol',
    code: 'UNKNOWN_STREAM_PROTOCOL',
    message,
    available: ['langflow'],
  })
}

/** Fields that do not go with the mode, outputs that the flow does not have, tweaks that may not be: the first of them is told. */
export function fieldsRefusal({ mode, given, outputIds, tweaks }: WorkflowRequest, outputs: readonly string[]) {
  const wrong = (mode === 'sync' ? NOT_IN_SYNC : ['output_ids']).filter((name) => given.has(name))
  const names = wrong.join(', ')
  if (mode === 'sync' && wrong.length > 0) {
    const message = `mode='sync' does not support request fields: ${names}. Use mode='stream' or mode='background' for live-canvas overrides, files, or partial-run boundaries.`
    return refuseWorkflow(422, {
      error: 'Unsupported sync request fields',
      code: 'SYNC_MODE_UNSUPPORTED_FIELDS',
      message,
      fields: wrong,
    })
  }
  if (wrong.length > 0) {
    const message = `mode='${mode}' does not support request fields: ${names}. Output selection via output_ids only applies to mode='sync'.`
    return refuseWorkflow(422, {
      error: 'Unsupported request fields for mode',
      code: 'MODE_UNSUPPORTED_FIELDS',
      message,
      fields: wrong,
    })
  }
  const strangers = outputIds?.filter((id) => !outputs.includes(id)) ?? []
  if (strangers.length > 0) {
    const listed = strangers.map((id) => `'${id}'`).join(', ')
    const message = `output_ids not produced by this flow: [${listed}].`
    return refuseWorkflow(422, {
      error: 'Unknown output_ids',
      code: 'UNKNOWN_OUTPUT_IDS',
      message,
      available: [...outputs],
    })
  }
  const fields = protectedFields(tweaks)
  if (fields.length === 0) return undefined
  const message = 'The field is protected and keeps the value set by the flow author.'
  return refuseWorkflow(422, { error: 'Refused tweaks', code: 'TWEAKS_REFUSED', message, fields })
}
