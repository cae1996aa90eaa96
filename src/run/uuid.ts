/** A UUID that depends on nothing but the text: version 5 marks one made from a name, 4 one that stands for a random one. @default 5 */
export function uuidOf(text: string, version: 4 | 5 = 5): string {
  const [a, b, c, d] = hashWords(text)
  const middle = hexOf(b)
  const end = hexOf((c & 0x3fff_ffff) | 0x8000_0000) + hexOf(d)
  return `${hexOf(a)}-${middle.slice(0, 4)}-${version}${middle.slice(5)}-${end.slice(0, 4)}-${end.slice(4)}`
}

function hexOf(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0')
}

/** 32 bits of a text, as a whole number that is not negative. */
export function hashOf(text: string): number {
  return hashWords(text)[0] >>> 0
}

/** 128 bits of a text, well mixed and not secret (cyrb128). */
export function hashWords(text: string): [number, number, number, number] {
  let a = 1_779_033_703
  let b = 3_144_134_277
  let c = 1_013_904_242
  let d = 2_773_480_762
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    a = b ^ Math.imul(a ^ unit, 597_399_067)
    b = c ^ Math.imul(b ^ unit, 2_869_860_233)
    c = d ^ Math.imul(c ^ unit, 951_274_213)
    d = a ^ Math.imul(d ^ unit, 2_716_044_179)
  }
  a = Math.imul(c ^ (a >>> 18), 597_399_067)
  b = Math.imul(d ^ (b >>> 22), 2_869_860_233)
  c = Math.imul(a ^ (c >>> 17), 951_274_213)
  d = Math.imul(b ^ (d >>> 19), 2_716_044_179)
  const all = a ^ b ^ c ^ d
  return [all, b ^ all, c ^ all, d ^ all]
}
