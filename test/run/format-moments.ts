import type { Moment, Totals, Usage } from '../../src/run/moment.ts'

/** Moments as text, one a line; pieces of one text that follow each other share a line. */
export function formatMoments(moments: readonly Moment[]): string {
  const lines: string[] = []
  for (let index = 0; index < moments.length; index += 1) {
    const moment = moments[index]
    if (moment === undefined) break
    const run = piecesFrom(moments, index)
    const last = run.at(-1)
    if (last !== undefined && run.length > 1) {
      const text = run.map((piece) => piece.text).join('')
      const start = `${moment.at}-${last.at}`
      lines.push(`${start.padStart(11)} ${last.kind} ${last.node.key} ${run.length} pieces ${quote(text)}`)
      index += run.length - 1
    } else lines.push(`${String(moment.at).padStart(11)} ${moment.kind} ${detail(moment)}`.trimEnd())
  }
  return lines.join('\n')
}

type Piece = Extract<Moment, { kind: 'text' | 'reasoning' }>

function piecesFrom(moments: readonly Moment[], start: number): Piece[] {
  const pieces: Piece[] = []
  for (const moment of moments.slice(start)) {
    if (moment.kind !== 'text' && moment.kind !== 'reasoning') break
    const [first] = pieces
    if (first && (first.kind !== moment.kind || first.node !== moment.node)) break
    if (moment.kind === 'text' && moment.whole) break
    pieces.push(moment)
  }
  return pieces
}

function detail(moment: Moment): string {
  switch (moment.kind) {
    case 'run-started':
      return `of ${moment.nodes} nodes`
    case 'run-resumed':
      return ''
    case 'node-started':
      return `${moment.node.key}${since(moment)} after ${moment.node.after ?? 'nothing'}`
    case 'text':
      return `${moment.node.key} ${moment.whole ? `whole ${moment.output} ` : ''}${quote(moment.text)}`
    case 'text-ended':
      return moment.node.key
    case 'reasoning':
      return `${moment.node.key} ${quote(moment.text)}`
    case 'tool-started':
      return `${moment.call.key}${since(moment)} ${moment.call.name} ${JSON.stringify(moment.call.input)}`
    case 'tool-finished':
      return `${moment.call.key} since ${moment.startedAt} ${moment.call.error ?? quote(moment.call.output)}`
    case 'documents':
      return `${moment.node.key} ${moment.documents.map(({ title }) => title).join(', ')}`
    case 'node-retried':
      return `${moment.node.key} attempt ${moment.attempt} took ${moment.took}: ${moment.failure.type}: ${moment.failure.message}`
    case 'node-finished': {
      const { node, startedAt, status, handledBy, failure, outputs, usage } = moment
      const how = [status, handledBy && `by ${handledBy}`, failure && `${failure.type}: ${failure.message}`]
      const results = [quote(JSON.stringify(outputs)), usage && formatUsage(usage)]
      return [node.key, `since ${startedAt}`, ...how, ...results].filter((part) => part).join(' ')
    }
    case 'group-started':
      return `${moment.node.key}${since(moment)} ${moment.group} of ${moment.size} ${quote(JSON.stringify(moment.items))} after ${moment.node.after}`
    case 'round-started':
      return `${moment.node.key}[${moment.index}]`
    case 'group-finished': {
      const { node, startedAt, status, ended, rounds, results, variables, usage } = moment
      const made = moment.group === 'loop' ? variables : results
      const took = `rounds ${rounds.join('+')}`
      return `${node.key} since ${startedAt} ${status} ${ended} ${took} ${quote(JSON.stringify(made))} ${usage.tokens} tokens`
    }
    case 'input-required':
      return `${moment.form.node.key} expires ${moment.form.expiresAt ?? 'never'} ${quote(moment.form.content)}`
    case 'input-answered':
      return `${moment.form.node.key} ${moment.answer.action} ${quote(moment.content)}`
    case 'input-expired':
      return moment.form.node.key
    case 'run-paused':
      return `${moment.forms.map(({ node }) => node.key).join(', ')} ${formatTotals(moment.totals)}`
    case 'run-finished':
      return `${moment.status} ${moment.error ?? quote(JSON.stringify(moment.outputs))} ${formatTotals(moment.totals)}`
  }
}

function since({ at, startedAt }: { readonly at: number; readonly startedAt: number }): string {
  return at === startedAt ? '' : ` since ${startedAt}`
}

function formatUsage({ promptTokens, completionTokens, first, generating }: Usage): string {
  return `${promptTokens}+${completionTokens} tokens ${first}+${generating} ms`
}

function formatTotals({ promptTokens, completionTokens, price, steps, failures }: Totals): string {
  return `${promptTokens}+${completionTokens} tokens $${price} ${steps} steps ${failures} failures`
}

function quote(text: string): string {
  return text.length <= 60 ? text.replaceAll('\n', '\\n') : `${text.slice(0, 57).replaceAll('\n', '\\n')}…`
}
