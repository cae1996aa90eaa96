import * as dify from '../broken/dify/calls.ts'
import * as flowise from '../broken/flowise/target.ts'
import * as langflow from '../broken/langflow/target.ts'
import { SAMPLES as DIFY_SAMPLES } from '../contract/fixtures/dify-samples.ts'
import * as waterflai from '../contract/fixtures/waterflai-samples.ts'

/** What a verify of a platform's mock needs. */
export interface MutantTarget {
  readonly key: string
  readonly flows: Readonly<Record<string, string>>
  readonly samples: Readonly<Record<string, unknown>>
}

interface Targets {
  /** Words of a message that succeeds, each of which shows something that the ones before do not. */
  readonly topics: readonly string[]
  readonly about: (topic: string) => MutantTarget
}

/** The correct server of each platform: its key, its flows, a request for each kind of run. */
export const TARGETS: Readonly<Record<string, Targets>> = {
  dify: {
    topics: ['ocean', 'iterate', 'loop', 'handbook', 'retry', 'aloud'],
    about: (topic) => ({
      key: dify.KEY,
      flows: {},
      samples: { ...DIFY_SAMPLES, ok: { inputs: { query: question(topic) }, user: 'flowproof' } },
    }),
  },
  langflow: {
    topics: ['ocean', 'handbook'],
    about: (topic) => ({
      key: langflow.KEY,
      flows: langflow.FLOWS,
      samples: { ...langflow.SAMPLES, ok: { input_value: question(topic) } },
    }),
  },
  flowise: {
    topics: ['ocean', 'handbook', 'aloud'],
    about: (topic) => ({
      key: flowise.KEY,
      flows: flowise.FLOWS,
      samples: { ...flowise.SAMPLES, ok: { question: question(topic) } },
    }),
  },
  waterflai: {
    topics: ['ocean', 'fallback'],
    about: (topic) => ({
      key: waterflai.KEY,
      flows: waterflai.FLOWS,
      samples: {
        ...waterflai.SAMPLES,
        ok: { input_data: { query: question(topic) } },
        chat: { messages: [{ role: 'user', content: question(topic) }] },
      },
    }),
  },
}

/** What a verify of a platform's mock needs; about its first topic. */
export function targetOf(name: string): MutantTarget {
  const { topics: [topic = ''] = [], about } = TARGETS[name] ?? {}
  if (about === undefined)
    throw new Error(`There is no target for "${name}". Known: ${Object.keys(TARGETS).join(', ')}.`)
  return about(topic)
}

function question(topic: string): string {
  return `What about the ${topic}?`
}
