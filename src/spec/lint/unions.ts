import type { Remark } from '../lint-spec.ts'
import { joinPointer, readPointer } from '../pointer.ts'
import { isRecord } from '../record.ts'
import { showChoices } from '../show-value.ts'
import type { Spec } from '../spec.ts'
import { walkDocument } from '../walk-document.ts'

/** The mapping of every discriminator names all members of its union, each by the tags that the member itself allows. */
export function* lintUnions(spec: Spec): Generator<Remark> {
  for (const { pointer, value } of walkDocument(spec.document)) {
    const { discriminator, oneOf } = value
    if (isRecord(discriminator) && Array.isArray(oneOf)) yield* lintUnion(spec, pointer, discriminator, oneOf)
  }
}

function* lintUnion(
  spec: Spec,
  pointer: string,
  discriminator: Readonly<Record<string, unknown>>,
  members: readonly unknown[],
): Generator<Remark> {
  const { propertyName, mapping } = discriminator
  const at = joinPointer(pointer, 'discriminator')
  if (!isRecord(mapping)) {
    yield { pointer: at, message: 'the discriminator has no mapping: list every tag with its member' }
    return
  }
  const references = members.map((member) => (isRecord(member) ? member.$ref : undefined))
  for (const [tag, target] of Object.entries(mapping)) {
    if (references.includes(target)) continue
    yield {
      pointer: joinPointer(at, 'mapping', tag),
      message: `"${tag}" is mapped to ${String(target)}, which is no member of the union`,
    }
  }
  for (const [index, reference] of references.entries()) {
    const message = objection(spec, reference, String(propertyName), mapping)
    if (message !== undefined) yield { pointer: joinPointer(pointer, 'oneOf', index), message }
  }
}

function objection(
  spec: Spec,
  reference: unknown,
  tag: string,
  mapping: Readonly<Record<string, unknown>>,
): string | undefined {
  if (typeof reference !== 'string') return 'a member of a union with a discriminator is no reference: give it a name'
  const member = readPointer(spec.document, decodeURIComponent(reference.slice(1)))
  const own = tagsOf(member, tag)
  if (own.length === 0) return `${reference} does not say its "${tag}": give that property a \`const\`, and require it`
  const mapped = Object.keys(mapping).filter((name) => mapping[name] === reference)
  if (mapped.length === 0) return `${reference} is not in the mapping`
  if (own.length === mapped.length && own.every((name) => mapped.includes(String(name)))) return undefined
  return `${reference} says its "${tag}" is ${showChoices(own)}, but the mapping says ${showChoices(mapped)}`
}

function tagsOf(member: unknown, tag: string): readonly unknown[] {
  if (!isRecord(member) || !isRecord(member.properties) || !Array.isArray(member.required)) return []
  const property = member.properties[tag]
  if (!isRecord(property) || !member.required.includes(tag)) return []
  return Array.isArray(property.enum) ? property.enum : 'const' in property ? [property.const] : []
}
