import type { Form, FormAnswer, Moment, Totals } from '../moment.ts'
import type { Clock, FormDesk, FormDraft } from './schedule.ts'

interface FormDeskOptions {
  readonly clock: Clock
  readonly answers: readonly FormAnswer[]
  readonly emit: (moment: Moment) => void
  /** What the run has cost by now. */
  readonly totals: () => Totals
}

/** Where a run's forms wait for these answers. An answer before people were told, or after the form expired, counts for nothing. */
export function createFormDesk({ clock, answers, emit, totals }: FormDeskOptions): FormDesk {
  const told = new Map<FormDraft, { readonly form: Form; readonly at: number }>()

  const tell = (draft: FormDraft): Form => {
    const { expires, ...content } = draft
    const expiresAt = expires === undefined ? undefined : clock.now + expires
    const entry = told.get(draft) ?? { form: { ...content, expiresAt }, at: clock.now }
    told.set(draft, entry)
    return entry.form
  }

  const callFor = (draft: FormDraft) => {
    const entry = told.get(draft)
    if (entry === undefined) return []
    const { form, at } = entry
    const { expiresAt = Number.POSITIVE_INFINITY } = form
    const answer = answers
      .filter((given) => given.node === form.node.key && given.at >= at && given.at < expiresAt)
      .reduce<FormAnswer | undefined>((first, given) => (first && first.at <= given.at ? first : given), undefined)
    if (answer === undefined && form.expiresAt === undefined) return []
    return [{ at: answer?.at ?? expiresAt, draft, settled: { form, answer } }]
  }

  return {
    pause(drafts) {
      const forms = drafts.map(tell)
      for (const form of forms) emit({ kind: 'input-required', at: clock.now, form })
      emit({ kind: 'run-paused', at: clock.now, forms, totals: totals() })
    },
    resume: () => emit({ kind: 'run-resumed', at: clock.now }),
    next: (drafts) =>
      drafts
        .flatMap(callFor)
        .reduce<ReturnType<FormDesk['next']>>(
          (first, call) => (first && first.at <= call.at ? first : call),
          undefined,
        ),
  }
}
