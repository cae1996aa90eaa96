const FIRST_SIZE = 1024

/** Bytes that wait for more. Room doubles, so that adding one byte at a time stays linear. */
export interface ByteBuffer {
  length(): number
  /** Copies the bytes in. */
  add(bytes: Uint8Array): void
  /** Gives what was added, and starts again empty. */
  take(): Uint8Array
}

/** Makes an empty buffer; it holds no memory until bytes come. */
export function createByteBuffer(): ByteBuffer {
  let room = new Uint8Array(0)
  let length = 0
  return {
    length: () => length,
    add(bytes) {
      const needed = length + bytes.length
      if (needed > room.length) {
        const larger = new Uint8Array(Math.max(needed, room.length * 2, FIRST_SIZE))
        larger.set(room.subarray(0, length))
        room = larger
      }
      room.set(bytes, length)
      length = needed
    },
    take() {
      const taken = room.subarray(0, length)
      room = new Uint8Array(0)
      length = 0
      return taken
    },
  }
}
