import type { Operation, StreamSpec } from '../../src/spec/spec.ts'

/** The media types under which an operation streams. */
export function streamsOf(operation: Operation): readonly { readonly name: string; readonly stream: StreamSpec }[] {
  const media = [...operation.responses.values()].flatMap(({ content }) => [...content.values()])
  return media.flatMap(({ name, stream }) => (stream === undefined ? [] : [{ name, stream }]))
}
