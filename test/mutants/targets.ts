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

/** The correct server of each platform: its key, its flows, a request for each kind of run. */
export const TARGETS: Readonly<Record<string, MutantTarget>> = {
  dify: {
    key: dify.KEY,
    flows: {},
    samples: { ...DIFY_SAMPLES, ok: { inputs: { query: 'Which is the largest ocean?' }, user: 'flowproof' } },
  },
  langflow: { key: langflow.KEY, flows: langflow.FLOWS, samples: langflow.SAMPLES },
  flowise: { key: flowise.KEY, flows: flowise.FLOWS, samples: flowise.SAMPLES },
  waterflai: {
    key: waterflai.KEY,
    flows: waterflai.FLOWS,
    samples: {
      ...waterflai.SAMPLES,
      ok: { input_data: { query: 'Which is the largest ocean?' } },
      chat: { messages: [{ role: 'user', content: 'Which is the largest ocean?' }] },
    },
  },
}
