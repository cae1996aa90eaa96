import { type Check, expectThat } from '../../src/contract/check.ts'
import { type JourneyCheck, journeyChecks, requestsTo, type Sight } from '../../src/contract/journey-checks.ts'
import { jsonOf, showAnswer, succeeded, type Transcript } from '../../src/contract/transcript.ts'
import { readPointer } from '../../src/spec/pointer.ts'
import { isRecord } from '../../src/spec/record.ts'
import { FILE_NAME, FILE_TEXT } from './requests.ts'
import { same } from './scene.ts'

/** What is stored beside runs, and the records that runs leave: files, feedback, leads, executions. */
export const recordChecks: readonly Check[] = journeyChecks([
  {
    id: 'attachments.answer-the-text',
    claim: 'MUST answer with the name, the type and the text of each file',
    operation: 'createAttachments',
    journey: 'attachments',
    judge: ofAttachments((made) => {
      const file = readPointer(jsonOf(made), '/0')
      const got = ['/name', '/mimeType', '/content'].map((pointer) => readPointer(file, pointer))
      return same(made, 'file', [FILE_NAME, 'text/plain', FILE_TEXT], got)
    }),
  },
  {
    id: 'attachments.size-is-a-text',
    claim: 'SHOULD tell the size of a file as a text',
    operation: 'createAttachments',
    journey: 'attachments',
    judge: ofAttachments((made) => same(made, 'size', String(FILE_TEXT.length), readPointer(jsonOf(made), '/0/size'))),
  },
  {
    id: 'attachments.can-be-fetched',
    claim: 'MUST answer the bytes of a file that was uploaded to a chat',
    operation: 'getUploadedFile',
    journey: 'attachments',
    judge: ofAttachments((_, got) => {
      if (!got) return 'the file was not asked for'
      const text = got.answer?.body.kind === 'text' ? got.answer.body.text : ''
      return expectThat(succeeded(got) && text === FILE_TEXT, got, `200 ${FILE_TEXT}`, () => showAnswer(got))
    }),
  },
  {
    id: 'attachments.only-what-is-there',
    claim: 'MUST answer 500 for a file that a chat has not',
    operation: 'getUploadedFile',
    journey: 'attachments',
    judge: (scene) =>
      gone(requestsTo(scene, 'getUploadedFile')[1], 'the flow takes no text files. Give --flow with one that does'),
  },
  {
    id: 'feedback.is-stored',
    claim: 'MUST answer and list a feedback with the rating and the comment that were sent',
    operation: 'createFeedback',
    journey: 'feedback',
    judge: (scene) => {
      const [made] = requestsTo(scene, 'createFeedback')
      const [listed] = requestsTo(scene, 'listFeedback')
      if (!made || !listed || !succeeded(made)) return 'no feedback could be left'
      const { messageId, rating, content } = asRecord(made.request.json)
      const wanted = { messageId, rating, content }
      return [
        same(made, 'feedback', wanted, opinion(jsonOf(made))),
        same(listed, 'feedback', wanted, opinion(inList(listed, made))),
      ]
    },
  },
  {
    id: 'feedback.change-is-stored',
    claim: 'MUST list a feedback as it was changed',
    operation: 'updateFeedback',
    journey: 'feedback',
    judge: (scene) => {
      const [made] = requestsTo(scene, 'createFeedback')
      const [changed] = requestsTo(scene, 'updateFeedback')
      const listed = requestsTo(scene, 'listFeedback')[1]
      if (!made || !changed || !listed) return 'no feedback could be left'
      const { rating, content } = asRecord(changed.request.json)
      const { rating: gotRating, content: gotContent } = asRecord(inList(listed, made))
      return same(listed, 'rating and comment', [rating, content], [gotRating, gotContent])
    },
  },
  {
    id: 'feedback.change-answers-it',
    claim: 'SHOULD answer a changed feedback as it is now',
    operation: 'updateFeedback',
    journey: 'feedback',
    judge: (scene) => {
      const [changed] = requestsTo(scene, 'updateFeedback')
      if (!changed) return 'no feedback could be left'
      const { rating } = asRecord(changed.request.json)
      const got = jsonOf(changed)
      const [id, kept] = [changed.request.parameters.id, readPointer(got, '/rating')]
      return same(changed, 'id and rating', [id, rating], [readPointer(got, '/id') ?? null, kept ?? null])
    },
  },
  {
    id: 'feedback.unknown-message',
    claim: 'MUST refuse with 404 a feedback on a message that there is not',
    operation: 'createFeedback',
    journey: 'feedback',
    judge: ({ transcripts }) => {
      const refused = transcripts.find(({ flaw }) => flaw?.kind === 'unknown-id')
      if (!refused) return 'no feedback could be left'
      return same(refused, 'status', 404, refused.answer?.status)
    },
  },
  {
    id: 'lead.is-stored',
    claim: 'MUST answer a lead with what was sent',
    operation: 'createLead',
    journey: 'lead',
    judge: (scene) => {
      const [made] = requestsTo(scene, 'createLead')
      if (!made) return []
      const sent = asRecord(made.request.json)
      const got = Object.keys(sent).map((name) => [name, asRecord(jsonOf(made))[name]])
      return same(made, 'lead', sent, Object.fromEntries(got))
    },
  },
  {
    id: 'lead.is-listed',
    claim: 'SHOULD list the leads of a flow for who has a key',
    operation: 'listLeads',
    journey: 'lead',
    judge: (scene) => {
      const [made] = requestsTo(scene, 'createLead')
      const [listed] = requestsTo(scene, 'listLeads')
      if (!made || !listed) return []
      const found = succeeded(listed) ? inList(listed, made) : undefined
      return expectThat(found !== undefined, listed, 'a list with the lead', () => showAnswer(listed))
    },
  },
  {
    id: 'record.is-shared',
    claim: 'MUST let everybody read an execution that is shared, as it is',
    operation: 'getPublicExecution',
    journey: 'record',
    judge: (scene) => {
      const [shared] = requestsTo(scene, 'updateExecution')
      const [seen] = requestsTo(scene, 'getPublicExecution')
      if (!shared || !seen) return 'no execution could be shared'
      const [wanted, got] = [shared, seen].map((view) =>
        ['/id', '/state', '/isPublic'].map((pointer) => readPointer(jsonOf(view), pointer)),
      )
      return same(seen, 'id, state and isPublic', wanted, got)
    },
  },
  {
    id: 'record.is-hidden',
    claim: 'MUST hide from everybody an execution that is shared no more',
    operation: 'getPublicExecution',
    journey: 'record',
    judge: (scene) => gone(requestsTo(scene, 'getPublicExecution')[1], 'no execution could be shared'),
  },
  {
    id: 'record.is-deleted',
    claim: 'MUST count one deleted execution, then none, and know it no more',
    operation: 'deleteExecutions',
    journey: 'record',
    judge: (scene) => {
      const [several] = requestsTo(scene, 'deleteExecutions')
      const [one] = requestsTo(scene, 'deleteExecution')
      if (!several || !one) return 'no execution could be deleted'
      const counts = [several, one].map((deleted) => readPointer(jsonOf(deleted), '/deletedCount'))
      return [same(one, 'counts', [1, 0], counts), gone(requestsTo(scene, 'getExecution').at(-1), '')].flatMap(
        (seen) => (typeof seen === 'string' ? [] : seen),
      )
    },
  },
])

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {}
}

function ofAttachments(judge: (made: Transcript, got: Transcript | undefined) => Sight): JourneyCheck['judge'] {
  return (scene) => {
    const [made] = requestsTo(scene, 'createAttachments')
    if (!made) return []
    if (succeeded(made)) return judge(made, requestsTo(scene, 'getUploadedFile')[0])
    return `the flow takes no text files: ${showAnswer(made)}. Give --flow with one that does`
  }
}

/** The entry of a list that was made before. */
function inList(listed: Transcript, made: Transcript): unknown {
  const list = jsonOf(listed)
  const id = readPointer(jsonOf(made), '/id')
  return Array.isArray(list) ? list.find((entry) => readPointer(entry, '/id') === id) : undefined
}

function opinion(feedback: unknown): unknown {
  const { messageId, rating, content } = asRecord(feedback)
  return { messageId, rating, content }
}

function gone(refused: Transcript | undefined, reason: string): Sight {
  return refused ? same(refused, 'status', 500, refused.answer?.status) : reason
}
