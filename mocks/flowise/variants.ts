import type { CallHead } from '../../src/mock/call.ts'

const OBSERVED = {
  'key-refused-late':
    'A missing or wrong key of a flow is a 500, in a stream a 200 with an error event, instead of a 401.',
  'takes-any-message':
    'A prediction without a question, or with a body of another form, is run instead of refused with 400.',
  'takes-odd-values':
    'Values of a wrong type are taken and echoed, or end as a 500, instead of being refused with 422.',
  'error-envelope':
    'Errors of a prediction have the form of all others (statusCode, success, message, stack) instead of `error` alone.',
  'silent-stream-refusals':
    'When a stream is asked for and its flow is not found, nothing is answered and the connection stays open.',
  'unparsed-form-fields': 'JSON in the fields of a form is not read.',
  'html-pong': 'The answer to a ping says it is HTML.',
  'numeric-sizes': 'The size of an attachment is a number instead of a text.',
  'refusals-as-500': 'Attachments and upserts are refused with 500 instead of 400 and 404.',
  'takes-no-files': 'A form of attachments without files is answered with an empty list instead of refused with 422.',
  'brief-feedback-change': 'Changing a feedback answers a status instead of the feedback.',
  'leads-need-login': 'Leads are listed for nobody who comes with a key alone: 404.',
} as const

/** Named implementations, with what they do differently from the documents. */
export const variants = { '3.1.4': OBSERVED }

/** Something that 3.1.4 does differently from the documents. */
export type Quirk = keyof typeof OBSERVED

/** Whether the server plays a quirk. */
export const has = ({ quirks }: Pick<CallHead<unknown>, 'quirks'>, quirk: Quirk): boolean => quirks.has(quirk)
