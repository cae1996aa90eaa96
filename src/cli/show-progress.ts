import type { Progress } from '../contract/verify.ts'

/** Where progress is shown: standard error, as far as it matters. */
export interface ProgressStream {
  readonly isTTY?: boolean
  write(text: string): unknown
}

export interface ShownProgress {
  readonly onProgress: (progress: Progress) => void
  /** Takes away what is shown, before anything else is written, and stops the clock. */
  readonly end: () => void
}

export interface ProgressOptions {
  /** Stands before what is said. */
  readonly label: string
  readonly env: NodeJS.ProcessEnv
  /**
   * Clock in milliseconds.
   * @default performance.now
   */
  readonly now?: () => number
  /**
   * Milliseconds after which the line is written anew, since its seconds go on.
   * @default 1000
   */
  readonly every?: number
}

/** Says what a verify will do; to a person at a terminal also how far it is, in one line that is written again and again. */
export function showProgress(stream: ProgressStream, options: ProgressOptions): ShownProgress {
  const { label, env, now = () => performance.now(), every = 1_000 } = options
  const isWatched = stream.isTTY === true && env.TERM !== 'dumb' && !env.CI
  const began = now()
  let step: ProbeStep | undefined
  let requests = 0
  let timer: NodeJS.Timeout | undefined

  function draw(): void {
    if (step) stream.write(oneLine(`${label}${formatStep(step, requests, now() - began)}`))
  }

  return {
    onProgress(progress) {
      if (progress.kind === 'planned') stream.write(`${label}${formatPlan(progress)}\n`)
      if (!isWatched) return
      if (progress.kind === 'exchange') requests += 1
      if (progress.kind === 'probe') step = progress
      timer ??= setInterval(draw, every)
      draw()
    },
    end() {
      clearInterval(timer)
      if (step) stream.write(CLEAR)
    },
  }
}

type ProbeStep = Extract<Progress, { kind: 'probe' }>

function formatPlan({ checks, probes, runs }: Extract<Progress, { kind: 'planned' }>): string {
  const only = runs > 0 ? ', and stop or cancel only those' : ''
  return `${count(checks, 'check')}, ${count(probes, 'probe')}; will start ${count(runs, 'run')}${only}.`
}

function formatStep({ name, number, probes }: ProbeStep, requests: number, milliseconds: number): string {
  return `probe ${number} of ${probes}, ${count(requests, 'request')}, ${Math.floor(milliseconds / 1_000)} s: ${name}`
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`
}

const CLEAR = '\r\u001B[K'
const NO_WRAP = '\u001B[?7l'
const WRAP = '\u001B[?7h'

// The terminal itself knows how wide it is, and how wide each character: what does not fit is not shown, and never goes to the next line.
function oneLine(text: string): string {
  return `${CLEAR}${NO_WRAP}${text.replaceAll(/\p{Cc}/gu, '\uFFFD')}${WRAP}`
}
