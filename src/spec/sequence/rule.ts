/** Where a word or an operator stands in the text of a rule; both are 1-based. */
export interface Spot {
  readonly line: number
  readonly column: number
}

/** One rule, parsed. The spot of a repeat is that of its mark. */
export type RuleExpression =
  | { readonly kind: 'word'; readonly word: string; readonly spot: Spot }
  | { readonly kind: 'row' | 'choice'; readonly items: readonly RuleExpression[]; readonly spot: Spot }
  | { readonly kind: 'repeat'; readonly mark: '*' | '+' | '?'; readonly item: RuleExpression; readonly spot: Spot }

/** What is wrong with the text of a rule; the reason says where. */
export interface RuleFault {
  readonly kind: 'fault'
  readonly reason: string
}

/** Words side by side follow one another; `|` chooses; `*`, `+`, `?` repeat; parentheses group. */
export function parseRule(text: string): RuleExpression | RuleFault {
  const tokens = tokenize(text)
  const parsed = parseChoice(tokens, 0)
  if (parsed.kind === 'fault') return parsed
  const left = tokens[parsed.end]
  return left ? fault(`nothing opens the \`${left.text}\` at ${formatSpot(left.spot)}`) : parsed.expression
}

/** `column 5`, or `line 2, column 5` in a rule of several lines. */
export function formatSpot({ line, column }: Spot): string {
  return line === 1 ? `column ${column}` : `line ${line}, column ${column}`
}

interface Token {
  readonly text: string
  readonly spot: Spot
}

function tokenize(text: string): readonly Token[] {
  return text.split('\n').flatMap((line, index) =>
    [...line.matchAll(/[|*+?()]|[^\s|*+?()]+/g)].map((match) => ({
      text: match[0],
      spot: { line: index + 1, column: match.index + 1 },
    })),
  )
}

/** An expression and the index of the first token after it. */
interface Parsed {
  readonly kind: 'parsed'
  readonly expression: RuleExpression
  readonly end: number
}

function parseChoice(tokens: readonly Token[], start: number): Parsed | RuleFault {
  const items: RuleExpression[] = []
  let end = start
  for (;;) {
    const parsed = parseRow(tokens, end)
    if (parsed.kind === 'fault') return parsed
    items.push(parsed.expression)
    if (tokens[parsed.end]?.text !== '|') return { kind: 'parsed', expression: group('choice', items), end: parsed.end }
    end = parsed.end + 1
  }
}

function parseRow(tokens: readonly Token[], start: number): Parsed | RuleFault {
  const items: RuleExpression[] = []
  let end = start
  for (;;) {
    const token = tokens[end]
    if (items.length > 0 && (token === undefined || token.text === '|' || token.text === ')')) {
      return { kind: 'parsed', expression: group('row', items), end }
    }
    const parsed = parseRepeat(tokens, end)
    if (parsed.kind === 'fault') return parsed
    items.push(parsed.expression)
    end = parsed.end
  }
}

function parseRepeat(tokens: readonly Token[], start: number): Parsed | RuleFault {
  const parsed = parseItem(tokens, start)
  if (parsed.kind === 'fault') return parsed
  const token = tokens[parsed.end]
  if (token === undefined || !isMark(token.text)) return parsed
  const second = tokens[parsed.end + 1]
  if (second && isMark(second.text)) {
    return fault(`\`${second.text}\` at ${formatSpot(second.spot)} follows another mark`)
  }
  const expression = { kind: 'repeat', mark: token.text, item: parsed.expression, spot: token.spot } as const
  return { kind: 'parsed', expression, end: parsed.end + 1 }
}

function parseItem(tokens: readonly Token[], start: number): Parsed | RuleFault {
  const token = tokens[start]
  if (token === undefined) return fault('it ends where a word or `(` is expected')
  if (token.text === '|' || token.text === ')' || isMark(token.text)) {
    return fault(`a word or \`(\` is expected before the \`${token.text}\` at ${formatSpot(token.spot)}`)
  }
  if (token.text !== '(') {
    return { kind: 'parsed', expression: { kind: 'word', word: token.text, spot: token.spot }, end: start + 1 }
  }
  const inner = parseChoice(tokens, start + 1)
  if (inner.kind === 'fault') return inner
  if (tokens[inner.end]?.text === ')') return { ...inner, end: inner.end + 1 }
  return fault(`nothing closes the \`(\` at ${formatSpot(token.spot)}`)
}

function group(kind: 'row' | 'choice', items: readonly RuleExpression[]): RuleExpression {
  const [first] = items
  return first && items.length === 1 ? first : { kind, items, spot: first?.spot ?? { line: 1, column: 1 } }
}

function isMark(text: string): text is '*' | '+' | '?' {
  return text === '*' || text === '+' || text === '?'
}

function fault(reason: string): RuleFault {
  return { kind: 'fault', reason }
}
