/** Other frames in place of some of a stream, known before it begins: so one can be changed that cannot be kept back. */
export interface Splice {
  /** Frames that pass before. */
  readonly at: number
  /** Frames that are left out there. */
  readonly remove: number
  /** The text that stands there instead. */
  readonly insert: string
}

/** Frames that may be kept back until those in their place can be sent. */
const MOST_KEPT_BACK = 2

/** How one stream differs from another; undefined where more than a few frames in a row do, and where none does. */
export function spliceOf(original: string, changed: string): Splice | undefined {
  const [from, to] = [splitFrames(original), splitFrames(changed)]
  const differs = from.findIndex((frame, index) => frame !== to[index])
  const at = differs === -1 ? from.length : differs
  const most = Math.min(from.length, to.length) - at
  let same = 0
  while (same < most && from.at(-1 - same) === to.at(-1 - same)) same += 1
  const remove = from.length - at - same
  const insert = to.slice(at, to.length - same).join('')
  return remove > MOST_KEPT_BACK || (remove === 0 && insert === '') ? undefined : { at, remove, insert }
}

/** Makes a splice in a stream as it passes; `onDone` is called when it is made. */
export function spliceStream(
  { at, remove, insert }: Splice,
  onDone: () => void,
): TransformStream<Uint8Array, Uint8Array> {
  const decoder = new TextDecoder()
  const encoder = new TextEncoder()
  let pending = ''
  let number = 0
  let isDone = false
  return new TransformStream({
    transform(chunk, controller) {
      const frames = splitFrames(pending + decoder.decode(chunk, { stream: true }))
      pending = frames.at(-1)?.endsWith('\n\n') ? '' : (frames.pop() ?? '')
      for (const frame of frames) {
        const text = number >= at && number < at + remove ? '' : frame
        number += 1
        const isHere = !isDone && number >= at + remove
        if (isHere) {
          isDone = true
          onDone()
        }
        const sent = `${text}${isHere ? insert : ''}`
        if (sent !== '') controller.enqueue(encoder.encode(sent))
      }
    },
    flush(controller) {
      if (pending !== '') controller.enqueue(encoder.encode(pending))
    },
  })
}

function splitFrames(text: string): string[] {
  return text.split(/(?<=\n\n)/).filter((frame) => frame !== '')
}
