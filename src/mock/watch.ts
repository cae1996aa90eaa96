import type { Run } from './run.ts'

/** Watches over one who waits on a run: something may happen that makes the wait pointless. */
export interface Watch {
  /** Aborted at the next change of the run, or when there is nobody to wait for any more. Each call gives a fresh one. */
  readonly renew: () => AbortSignal
  /** Stops watching. Nothing of the watch remains with the run. */
  readonly end: () => void
}

/** @param gone - aborted when there is nobody to wait for any more. */
export function createWatch(run: Pick<Run, 'onChange'>, gone: AbortSignal): Watch {
  let controller: AbortController | undefined
  const interrupt = () => controller?.abort()
  const unsubscribe = run.onChange(interrupt)
  gone.addEventListener('abort', interrupt, { once: true })
  return {
    renew: () => {
      controller = new AbortController()
      if (gone.aborted) controller.abort()
      return controller.signal
    },
    end: () => {
      unsubscribe()
      gone.removeEventListener('abort', interrupt)
    },
  }
}
