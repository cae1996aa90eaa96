import { type Check, expectThat } from '../../src/contract/check.ts'
import type { Flaw } from '../../src/contract/flaw.ts'
import { flawedProbeName } from '../../src/contract/flaws.ts'
import { showJson } from '../../src/contract/show-json.ts'
import { jsonOf, succeeded } from '../../src/contract/transcript.ts'
import type { operations } from '../../src/generated/dify.ts'
import { readPointer } from '../../src/spec/pointer.ts'
import { hasCode } from './scene.ts'

interface CodeCheck {
  readonly id: string
  readonly operation: keyof operations
  readonly flaw: Flaw
  readonly status: number
  readonly code: string
}

const CODES: readonly CodeCheck[] = [
  {
    id: 'refusals.run-without-user',
    operation: 'runWorkflow',
    flaw: { kind: 'missing-field', name: 'user' },
    status: 400,
    code: 'invalid_param',
  },
  {
    id: 'refusals.run-without-inputs',
    operation: 'runWorkflow',
    flaw: { kind: 'missing-field', name: 'inputs' },
    status: 400,
    code: 'invalid_param',
  },
  {
    id: 'refusals.run-of-malformed-json',
    operation: 'runWorkflow',
    flaw: { kind: 'malformed-json' },
    status: 400,
    code: 'bad_request',
  },
  {
    id: 'refusals.stop-without-user',
    operation: 'stopWorkflowTask',
    flaw: { kind: 'missing-field', name: 'user' },
    status: 400,
    code: 'invalid_param',
  },
  {
    id: 'refusals.follow-without-user',
    operation: 'streamWorkflowEvents',
    flaw: { kind: 'missing-parameter', name: 'user' },
    status: 400,
    code: 'invalid_param',
  },
  {
    id: 'refusals.answer-without-user',
    operation: 'submitHumanInputForm',
    flaw: { kind: 'missing-field', name: 'user' },
    status: 400,
    code: 'invalid_param',
  },
  {
    id: 'refusals.upload-without-file',
    operation: 'uploadFile',
    flaw: { kind: 'missing-field', name: 'file' },
    status: 400,
    code: 'no_file_uploaded',
  },
  {
    id: 'refusals.speech-without-file',
    operation: 'audioToText',
    flaw: { kind: 'missing-field', name: 'file' },
    status: 400,
    code: 'no_audio_uploaded',
  },
]

/** Codes by which clients tell refusals apart. */
export const codeChecks: readonly Check[] = CODES.map(({ id, operation, flaw, status, code }) => ({
  id,
  claim: `MUST refuse a request ${describe(flaw)} with code ${code}`,
  operation,
  needs: [flawedProbeName(operation, flaw)],
  judge: ({ transcripts }) =>
    transcripts
      .filter(({ probe }) => probe === flawedProbeName(operation, flaw))
      .map((transcript) => hasCode(transcript, status, code)),
}))

function describe(flaw: Flaw): string {
  return 'name' in flaw ? `without ${flaw.name}` : 'of malformed JSON'
}

/** Who is behind an id that answers name. */
export const userChecks: readonly Check[] = [
  {
    id: 'end-user.is-the-caller',
    claim: 'MUST resolve the id of an end user to the name that requests gave',
    operation: 'getEndUser',
    needs: ['get-end-user'],
    judge: ({ transcripts }) =>
      transcripts
        .filter(({ probe }) => probe === 'get-end-user')
        .filter(succeeded)
        .map((transcript) => {
          const upload = transcripts.find(({ operation, probe }) => operation === 'uploadFile' && probe === 'file-run')
          const sent = upload?.request.fields?.user
          const session = readPointer(jsonOf(transcript), '/session_id')
          return expectThat(sent === undefined || session === sent, transcript, `session_id ${showJson(sent)}`, () =>
            showJson(session),
          )
        }),
  },
]
