import type { Call } from '../../src/mock/call.ts'
import type { InputSpec } from '../../src/run/scenario.ts'
import { nodesIn } from './flow.ts'
import { CONTROL_TYPES, startFormOf } from './inputs.ts'
import { TOOL_ICON } from './node-events.ts'
import { refuse } from './refusals.ts'
import { appOf, type State, TENANT } from './state.ts'

/** Says who answers, without a key. */
export function getWelcome() {
  return {
    kind: 'body',
    status: 200,
    body: { welcome: 'Dify OpenAPI', api_version: 'v1', server_version: '1.16.0' },
  } as const
}

/** Name and kind of the key's app. */
export function getAppInfo(call: Call<State>) {
  const { name, scenario } = appOf(call)
  const body = {
    name,
    description: scenario?.shows ?? 'Plays every scenario; a word in the message selects one.',
    tags: ['flowproof'],
    mode: 'workflow' as const,
    author_name: 'Flowproof',
  }
  return { kind: 'body', status: 200, body } as const
}

/** What the app's start form asks, and what the app can do. */
export function getAppParameters(call: Call<State>) {
  const scenario = appOf(call).scenario ?? call.scenarios.choose('')
  const off = { enabled: false }
  const body = {
    opening_statement: null,
    suggested_questions: [],
    suggested_questions_after_answer: off,
    speech_to_text: { enabled: true },
    text_to_speech: {
      enabled: true,
      voice: 'alloy',
      language: 'en-US',
      autoPlay: scenario.speaks ? 'enabled' : 'disabled',
    },
    retriever_resource: { enabled: true },
    annotation_reply: off,
    more_like_this: off,
    user_input_form: startFormOf(scenario).map(formControl),
    sensitive_word_avoidance: { enabled: false, type: '', configs: [] },
    file_upload: {
      image: { enabled: false, number_limits: 3, detail: 'high', transfer_methods: ['remote_url', 'local_file'] },
    },
    system_parameters: {
      image_file_size_limit: 10,
      video_file_size_limit: 100,
      audio_file_size_limit: 50,
      file_size_limit: 15,
      workflow_file_upload_limit: 10,
    },
  }
  return { kind: 'body', status: 200, body } as const
}

function formControl(input: InputSpec) {
  const type = CONTROL_TYPES[input.type]
  const common = { variable: input.name, label: input.label, required: input.required }
  const preset = input.default === undefined ? {} : { default: input.default }
  const length = input.max === undefined ? {} : { max_length: input.max }
  const uploads = {
    allowed_file_types: ['image', 'document'],
    allowed_file_extensions: [],
    allowed_file_upload_methods: ['local_file', 'remote_url'],
  }
  switch (type) {
    case 'text-input':
      return { 'text-input': { ...common, type, ...length, ...preset } }
    case 'paragraph':
      return { paragraph: { ...common, type, ...length, ...preset } }
    case 'select':
      return { select: { ...common, type, options: [...input.options], ...preset } }
    case 'number':
      return { number: { ...common, type, ...preset } }
    case 'checkbox':
      return { checkbox: { ...common, type, ...preset } }
    case 'json_object':
      return { json_object: { ...common, type } }
    case 'file':
      return { file: { ...common, type, ...uploads } }
    case 'file-list':
      return { 'file-list': { ...common, type, ...uploads, ...length } }
  }
}

/** Icons of the app's tools, by the tool's name. */
export function getAppMeta(call: Call<State>) {
  const { scenario } = appOf(call)
  const tools = nodesIn(scenario?.nodes ?? []).flatMap((node) => (node.does === 'step' ? node.tools : []))
  const tool_icons = Object.fromEntries(tools.map(({ name }) => [name, TOOL_ICON]))
  return { kind: 'body', status: 200, body: { tool_icons } } as const
}

/** How the app's own page looks. */
export function getAppSite(call: Call<State>) {
  const { name, scenario } = appOf(call)
  const body = {
    title: name,
    chat_color_theme: null,
    chat_color_theme_inverted: false,
    icon_type: 'emoji',
    icon: '🤖',
    icon_background: '#FFEAD5',
    icon_url: null,
    description: scenario?.shows ?? null,
    copyright: null,
    privacy_policy: null,
    input_placeholder: null,
    custom_disclaimer: '',
    default_language: 'en-US',
    show_workflow_steps: true,
    use_icon_as_answer_icon: false,
  } as const
  return { kind: 'body', status: 200, body } as const
}

/** The caller behind an id that other answers name as `created_by`. */
export function getEndUser(call: Call<State>) {
  const app = appOf(call)
  const id = call.params.end_user_id?.toLowerCase()
  const user = [...call.state.endUsers.values()].find((endUser) => endUser.id === id && endUser.app.id === app.id)
  if (!user) return refuse(404, 'end_user_not_found', 'End user not found.')
  const since = new Date(user.createdAt).toISOString().replace('Z', '')
  const body = {
    id: user.id,
    tenant_id: TENANT,
    app_id: app.id,
    type: 'service-api',
    external_user_id: user.session,
    name: null,
    is_anonymous: user.isAnonymous,
    session_id: user.session,
    created_at: since,
    updated_at: since,
  }
  return { kind: 'body', status: 200, body } as const
}
