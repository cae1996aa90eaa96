/**
 * Makes a generator whose consumer may leave while a step is under way. A generator alone would first wait for that
 * step; `leave` has to end it.
 */
export function leavable<T>(generator: AsyncGenerator<T, void, void>, leave: () => void): AsyncIterable<T> {
  return {
    [Symbol.asyncIterator]: () => ({
      next: () => generator.next(),
      return() {
        leave()
        return generator.return()
      },
    }),
  }
}
