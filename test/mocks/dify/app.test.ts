import { afterAll, expect, it } from 'vitest'
import { createHeldClock } from '../../../src/mock/held-clock.ts'
import { eventsNamed, type Schemas, startDify } from './client.ts'

const { ask, run } = await startDify({ clock: createHeldClock() }, afterAll)

it('names the app of a key', async () => {
  expect((await ask('getAppInfo', '/info', { key: 'app-retry' })).json).toEqual({
    name: 'retry',
    description: expect.stringMatching(/^A node fails twice/),
    tags: ['flowproof'],
    mode: 'workflow',
    author_name: 'Flowproof',
  })
  expect((await ask('getAppInfo', '/info', { key: 'anything' })).json).toMatchObject({ name: 'flowproof' })
})

it('describes the start form by one key for each control', async () => {
  const { json } = await ask('getAppParameters', '/parameters', { key: 'app-inputs' })
  const uploads = {
    allowed_file_types: ['image', 'document'],
    allowed_file_extensions: [],
    allowed_file_upload_methods: ['local_file', 'remote_url'],
  }
  const control = (type: string, variable: string, label: string, required: boolean) => ({
    variable,
    label,
    required,
    type,
  })
  expect((json as Schemas['AppParameters']).user_input_form).toEqual([
    { 'text-input': { ...control('text-input', 'topic', 'Topic', true), max_length: 48 } },
    { paragraph: { ...control('paragraph', 'notes', 'Notes', false), max_length: 400, default: 'No notes.' } },
    {
      select: {
        ...control('select', 'tone', 'Tone', true),
        options: ['friendly', 'formal', 'terse'],
        default: 'friendly',
      },
    },
    { number: { ...control('number', 'words', 'Length in words', false), default: 120 } },
    { checkbox: { ...control('checkbox', 'with_sources', 'Name the sources', false), default: false } },
    { file: { ...control('file', 'cover', 'Cover picture', false), ...uploads } },
    { 'file-list': { ...control('file-list', 'papers', 'Papers to read', false), ...uploads, max_length: 3 } },
    { json_object: control('json_object', 'options', 'More options', false) },
  ])
})

it('says what the app can do, and the limits of the server', async () => {
  const { json } = await ask('getAppParameters', '/parameters', { key: 'app-empty-answer' })
  expect(json).toEqual({
    opening_statement: null,
    suggested_questions: [],
    suggested_questions_after_answer: { enabled: false },
    speech_to_text: { enabled: true },
    text_to_speech: { enabled: true, voice: 'alloy', language: 'en-US', autoPlay: 'disabled' },
    retriever_resource: { enabled: true },
    annotation_reply: { enabled: false },
    more_like_this: { enabled: false },
    user_input_form: [{ paragraph: { variable: 'query', label: 'Question', required: false, type: 'paragraph' } }],
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
  })
  const speaking = await ask('getAppParameters', '/parameters', { key: 'app-speech' })
  expect(speaking.json).toMatchObject({ text_to_speech: { autoPlay: 'enabled' } })
})

it('shows an icon for each tool, and nothing without tools', async () => {
  const icon = { background: '#E6F4FF', content: '🔧' }
  const { json } = await ask('getAppMeta', '/meta', { key: 'app-documents-and-tool' })
  expect(json).toEqual({ tool_icons: { find_connections: icon, carbon_budget: icon } })
  expect((await ask('getAppMeta', '/meta', { key: 'app-answer' })).json).toEqual({ tool_icons: {} })
})

it('describes its own page', async () => {
  const { json } = await ask('getAppSite', '/site', { key: 'app-answer' })
  expect(json).toMatchObject({ title: 'answer', icon_type: 'emoji', icon_url: null, default_language: 'en-US' })
})

it('resolves the users that answers name, each in its own app', async () => {
  const { events } = await run('streaming', { key: 'app-answer', user: 'zoé' })
  const by = eventsNamed(events, 'workflow_finished')[0]?.data.created_by
  expect(by?.user).toBe('zoé')
  const path = `/end-users/${by?.id}`
  const { json } = await ask('getEndUser', path, { key: 'app-answer' })
  expect(json).toEqual({
    id: by?.id,
    tenant_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    app_id: eventsNamed(events, 'workflow_started')[0]?.data.inputs['sys.app_id'],
    type: 'service-api',
    external_user_id: 'zoé',
    name: null,
    is_anonymous: false,
    session_id: 'zoé',
    created_at: '2026-01-01T00:00:00.000',
    updated_at: '2026-01-01T00:00:00.000',
  })
  expect(
    (await ask('getEndUser', path.toUpperCase().replace('/END-USERS', '/end-users'), { key: 'app-answer' })).status,
  ).toBe(200)
  expect((await ask('getEndUser', path, { key: 'app-retry' })).json).toMatchObject({ code: 'end_user_not_found' })
})
