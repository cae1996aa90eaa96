/** HTML that is safe to send: only `html` makes it, and `html` escapes all that is not HTML already. */
export interface Markup {
  readonly [MARKUP]: string
}

/** What may stand in the gaps of a template; lists of HTML are joined without anything in between. */
export type Filling = string | number | Markup | readonly Markup[]

const MARKUP: unique symbol = Symbol('markup')

/** Writes HTML around texts that nobody has to trust. Attributes have to be in double quotes. */
export function html(strings: TemplateStringsArray, ...fillings: readonly Filling[]): Markup {
  const parts = strings.map((text, index) => {
    const filling = fillings[index]
    return filling === undefined ? text : text + fill(filling)
  })
  return { [MARKUP]: parts.join('') }
}

/** The text of safe HTML. */
export function textOf(markup: Markup): string {
  return markup[MARKUP]
}

function fill(filling: Filling): string {
  if (typeof filling === 'string') return escapeHtml(filling)
  if (typeof filling === 'number') return String(filling)
  if (MARKUP in filling) return filling[MARKUP]
  return filling.map(textOf).join('')
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

// Controls may not stand in HTML, halves of surrogate pairs not in UTF-8, and marks of direction would show text in another order.
function escapeHtml(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replaceAll(/[^\P{Cc}\t\n]|[\p{Cs}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, '\uFFFD')
    .replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
}

/** `1 frame`, `2 frames`. */
export function counted(number: number, one: string): string {
  return `${number.toLocaleString('en')} ${one}${number === 1 ? '' : 's'}`
}
