declare const event: unique symbol

/**
 * A body of bytes that carries events of type `E`: what a streaming operation answers. `E` exists for the compiler
 * only, for readers to know what they will read; a value of it is an ordinary stream.
 */
export interface EventStreamOf<E> extends ReadableStream<Uint8Array> {
  /** Never present. */
  readonly [event]?: E
}
