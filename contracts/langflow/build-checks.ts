import { expectThat } from '../../src/contract/check.ts'
import { journeyChecks, requestsTo, type Scene, type Sight } from '../../src/contract/journey-checks.ts'
import { eventsOf, jsonOf, showAnswer, succeeded } from '../../src/contract/transcript.ts'
import { readPointer } from '../../src/spec/pointer.ts'
import { dataNamed, hasEvent, nameOf } from './known.ts'
import { ofEvents, sameMembers, type Told } from './scene.ts'
import { failsAndEnds, verticesAnnounced } from './workflow-checks.ts'

/** Builds, however their events are handed out. */
export const buildChecks = journeyChecks([
  {
    id: 'polled-build.comes-to-an-end',
    claim: 'MUST hand out by polling all events of a build, from vertices_sorted to one end',
    operation: 'streamBuildEvents',
    journey: 'polled-build',
    judge: ofEvents('streamBuildEvents', comesToAnEnd),
  },
  {
    id: 'polled-build.vertices-announced',
    claim: 'SHOULD finish only components that the build has announced, each of them once',
    operation: 'streamBuildEvents',
    journey: 'polled-build',
    judge: ofEvents('streamBuildEvents', ({ transcript, events }) => verticesAnnounced(transcript, events)),
  },
  {
    id: 'streamed-build.comes-to-an-end',
    claim: 'MUST stream all events of a build, from vertices_sorted to one end',
    operation: 'streamBuildEvents',
    journey: 'streamed-build',
    judge: ofEvents('streamBuildEvents', comesToAnEnd),
  },
  {
    id: 'streamed-build.like-polled',
    claim: 'SHOULD build the same components for who streams and for who polls',
    operation: 'streamBuildEvents',
    journey: 'streamed-build',
    judge: ofEvents('streamBuildEvents', likePolled),
  },
  {
    id: 'direct-build.like-polled',
    claim: 'SHOULD build the same components for who is answered directly and for who polls',
    operation: 'buildFlow',
    journey: 'direct-build',
    judge: ofEvents('buildFlow', likePolled),
  },
  {
    id: 'failed-build.still-ends',
    claim: 'SHOULD tell of a failed component by error and end_vertex, and still come to the end',
    operation: 'buildFlow',
    journey: 'failed-build',
    judge: ofEvents('buildFlow', ({ transcript, events }) => failsAndEnds(transcript, events)),
  },
  {
    id: 'cancelled-build.says-so',
    claim: 'MUST say of a build under way that it was cancelled',
    operation: 'cancelBuild',
    journey: 'cancelled-build',
    judge: (scene) => {
      const [cancel] = requestsTo(scene, 'cancelBuild')
      if (!cancel) return 'no build was started'
      const before = requestsTo(scene, 'streamBuildEvents').filter(({ sentAt }) => sentAt < cancel.sentAt)
      if (before.some((poll) => hasEvent(poll, 'end'))) return TOO_SHORT
      const kept = succeeded(cancel) && readPointer(jsonOf(cancel), '/success') === true
      return expectThat(kept, cancel, '200 with success true', () => showAnswer(cancel))
    },
  },
  {
    id: 'cancelled-build.stops',
    claim: 'MUST not bring a build that was cancelled to its end',
    operation: 'cancelBuild',
    journey: 'cancelled-build',
    judge: (scene) => {
      const [cancel] = requestsTo(scene, 'cancelBuild')
      if (!cancel || !succeeded(cancel)) return 'no build was cancelled'
      const polls = requestsTo(scene, 'streamBuildEvents')
      const ended = polls.find((poll) => hasEvent(poll, 'end'))
      if (ended && ended.sentAt < cancel.sentAt) return TOO_SHORT
      const last = polls.at(-1)
      if (!last || last.sentAt < cancel.sentAt) return 'the build was not looked at again'
      const isOver = last.answer?.end.how === 'closed'
      const kept = isOver && ended === undefined
      return expectThat(kept, last, 'no `end`, and nothing to wait for', () =>
        isOver ? 'an `end` event' : `${eventsOf(last).length} events, then ${last.answer?.end.how ?? 'no answer'}`,
      )
    },
  },
])

const TOO_SHORT = 'the build had ended before it could be cancelled. Give --sample slow=FILE with a longer one'

function comesToAnEnd({ transcript, events }: Told): Sight {
  const names = events.map(nameOf)
  const ends = names.filter((name) => name === 'end').length
  const kept = names[0] === 'vertices_sorted' && ends === 1 && names.at(-1) === 'end'
  return expectThat(kept, transcript, 'vertices_sorted, …, end', () => names.join(', ') || 'no event')
}

function verticesIn(events: readonly unknown[]): readonly string[] {
  return dataNamed(events, 'end_vertex').map((data) => String(readPointer(data, '/build_data/id')))
}

function likePolled({ transcript, events }: Told, { all }: Scene): Sight {
  const parts = all.filter(({ probe, operation }) => probe === 'polled-build' && operation === 'streamBuildEvents')
  const polled = verticesIn(parts.flatMap(eventsOf))
  return polled.length === 0 ? 'no build was polled' : sameMembers(transcript, 'components', polled, verticesIn(events))
}
