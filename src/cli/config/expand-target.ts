import { createRedactor } from '../../redact.ts'
import { refused } from '../../yaml/file-kind.ts'
import { describePath } from '../../yaml/file-problem.ts'
import type { ValuePath } from '../../yaml/yaml-source.ts'
import type { TargetFile } from './config-file.ts'
import { configKind } from './config-kind.ts'
import type { ConfigTarget } from './parse-config.ts'

/** A target whose texts hold the values of variables: `${NAME}`, or `${NAME:-text}` with a default. */
export interface ExpandedTarget extends ConfigTarget {
  /** What stands under a key. Only what is asked for needs its variables. Throws `config-invalid` for one that has no value. */
  get<Key extends keyof TargetFile>(key: Key): TargetFile[Key]
  /** Puts `${NAME}` in the place of each value that was put in, and `$KEY` in that of the key, for a text that people read. */
  hide(text: string): string
}

/** Reads a target with the variables of an environment, each of which is looked up only when it is asked for. */
export function expandTarget(target: ConfigTarget, env: NodeJS.ProcessEnv): ExpandedTarget {
  /** What stands for a value in texts. */
  const signs = new Map<string, string>()

  function expand<T>(value: T, path: ValuePath): T
  function expand(value: unknown, path: ValuePath): unknown {
    if (typeof value === 'string') return value.replaceAll(REFERENCE, (whole, text) => lookUp(whole, text, path))
    if (Array.isArray(value)) return value.map((item, index) => expand(item, [...path, index]))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, expand(inner, [...path, name])]))
  }

  function lookUp(whole: string, text: string, path: ValuePath): string {
    if (whole.startsWith('$$')) return whole.slice(1)
    const { name, otherwise } = VARIABLE.exec(text)?.groups ?? {}
    // What stands there may be the secret itself.
    if (name === undefined || !whole.endsWith('}')) throw refusal(path, NO_VARIABLE)
    const value = Object.hasOwn(env, name) ? env[name] : undefined
    for (const form of value ? formsOf(value) : []) signs.set(form, `\${${name}}`)
    const found = value || otherwise
    if (found !== undefined) return found
    throw refusal(path, `needs the variable ${name}, which is ${value === '' ? 'empty' : 'not set'}. Set it.`)
  }

  function refusal(path: ValuePath, why: string) {
    const about = describePath(['targets', target.name, ...path], {}, configKind.nameOf)
    return refused(configKind, `${about} ${why}`, target.placeOf(path))
  }

  return {
    ...target,
    get(key) {
      const value = expand(target.said[key], [key])
      if (key === 'key' && typeof value === 'string') signs.set(value, '$KEY')
      return value
    },
    hide: (text) => createHider(signs)(text),
  }
}

const REFERENCE = /\$?\$\{([^}]*)\}?/g
const VARIABLE = /^(?<name>[A-Za-z_]\w*)(:-(?<otherwise>.*))?$/s
const NO_VARIABLE = 'has a `${` that names no variable. Write `${NAME}`, or `$${` for `${` itself.'

// As errors quote URLs: without what stands before the host, without the last slash.
function formsOf(value: string): readonly string[] {
  const ended = value.replace(/\/+$/, '')
  return [value, ended, ended.replace(/\/\/[^/]*@/, '//…@')]
}

// The longest first, since one value may be part of another; but before them the form that looks like a value that was cut off.
function createHider(signs: ReadonlyMap<string, string>): (text: string) => string {
  const redactors = [...signs]
    .toSorted(([a], [b]) => Number(b.includes('…')) - Number(a.includes('…')) || b.length - a.length)
    .map(([value, sign]) => createRedactor([value], sign))
  return (text) => redactors.reduce((hidden, redact) => redact(hidden), text)
}
