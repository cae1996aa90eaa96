import type { ErrorCode } from '../errors.ts'

/** What an error means, and what to do. */
export interface ErrorExplanation {
  readonly code: ErrorCode
  readonly means: string
  readonly advice: string
}

const ERRORS: Readonly<Record<ErrorCode, Omit<ErrorExplanation, 'code'>>> = {
  usage: {
    means: 'A flag, an option, or a file that names checks says something that cannot be followed. Nothing was sent.',
    advice:
      'The sentence names the word, and the nearest one that is known. flowproof <command> --help lists the flags.',
  },
  'spec-invalid': {
    means:
      'An OpenAPI document breaks a rule that mock and contract rest on: its form, a reference, x-sequence or x-lifecycle.',
    advice: 'Mend the document at the line that the sentence names.',
  },
  'scenario-invalid': {
    means: 'A scenario file says something that no run can play.',
    advice:
      'Mend the file at the line and column that the sentence names. With scenario.schema.json on its second line, an editor shows what is legal.',
  },
  'scenario-unknown': {
    means: 'A scenario was asked for by a name that no file has.',
    advice: 'Take a name that flowproof mock lists when it starts, or give the folder of yours with --scenarios.',
  },
  'config-invalid': {
    means: 'flowproof.config.yaml says something that cannot be followed, or needs a variable that is not set.',
    advice:
      'Mend it at the line and column that the sentence names, or set the variable. With config.schema.json on its first line, an editor shows what is legal.',
  },
  'platform-unknown': {
    means: 'A platform was named that does not come with the package, or a folder that is none.',
    advice:
      'Take a known name, or give a path with a / in it, to a folder with openapi.yaml and contract.js (for a mock: mock.js).',
  },
  'platform-invalid': {
    means: 'A module of a platform could not be loaded, or does not fit its document.',
    advice: 'Make its default export with defineContract or definePlatform, and mend what the sentence names.',
  },
  'port-in-use': {
    means: 'Another program listens on the port that the mock wants, often a mock that still runs.',
    advice: 'Stop it, or choose another port with --port; --port 0 takes any that is free.',
  },
  'file-unreadable': {
    means: 'A file is not there, may not be read, or is not what its place asks for, such as JSON.',
    advice: 'Check the path, and the line that the sentence names.',
  },
  'target-unreachable': {
    means:
      'No connection to the target could be made: nothing listens there, its name is unknown, or TLS failed. Nothing can be said about it.',
    advice: 'Check that the server runs, and that --url is its base URL, with the path under which the API stands.',
  },
  'key-rejected': {
    means:
      'At least three good requests were refused for their key with 401 or 403, and none was taken. The verify was left, since every other answer would say the same.',
    advice: 'Check --key: that it is whole, of this server, and of the app or flow that is verified.',
  },
}

/** All codes, in the order of their union. */
export const errorCodes: readonly string[] = Object.keys(ERRORS)

/** Explains an error by its code; undefined for what is none. */
export function explainError(code: string): ErrorExplanation | undefined {
  return isErrorCode(code) ? { code, ...ERRORS[code] } : undefined
}

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(ERRORS, code)
}
