import type { InputSpec, Scenario } from '../../src/run/scenario.ts'
import { isRecord } from './fields.ts'

/** Parameters for one run: by id or display name of a component, or a parameter's own name with a text. */
export type Tweaks = Readonly<Record<string, unknown>>

/** Text of the refusal when a tweak sets the input that the body sets as well. */
export function tweakConflict(tweaks: Tweaks, inputType: string | null): string | undefined {
  const kind = inputType === 'chat' || inputType === 'text' ? inputType : undefined
  if (kind === undefined || inputOfTweaks(tweaks, kind) === undefined) return undefined
  return `If you pass an input_value to the ${kind} input, you cannot pass a tweak with the same name.`
}

/** The input that a tweak of an input component sets. */
export function inputOfTweaks(tweaks: Tweaks, kind: 'chat' | 'text'): unknown {
  const names = kind === 'chat' ? ['ChatInput', 'Chat Input'] : ['TextInput', 'Text Input']
  const found = Object.entries(tweaks).find(
    ([key, tweak]) => names.some((name) => key.includes(name)) && isRecord(tweak) && 'input_value' in tweak,
  )
  return isRecord(found?.[1]) ? found[1].input_value : undefined
}

/** The inputs of a flow: each is a text input, set by a tweak under its label or its name. The message is the first of them that none sets. */
export function inputsOf(scenario: Scenario, tweaks: Tweaks, message: string): Record<string, unknown> {
  const set = scenario.inputs.map((input) => [input.name, tweakOf(input, tweaks)] as const)
  const first = scenario.inputs.find(({ type }) => type === 'text' || type === 'paragraph')
  return Object.fromEntries(
    set.flatMap(([name, value]) => {
      if (value !== undefined) return [[name, value]]
      return name === first?.name && message !== '' ? [[name, message]] : []
    }),
  )
}

function tweakOf({ name, label }: InputSpec, tweaks: Tweaks): unknown {
  for (const key of [label, name]) {
    const tweak = tweaks[key]
    if (isRecord(tweak) && 'input_value' in tweak) return tweak.input_value
    if (typeof tweak === 'string' && key === name) return tweak
  }
  return undefined
}

/** Fields that a tweak may not set, as far as they are set. */
export function protectedFields(tweaks: Tweaks): string[] {
  const fields = Object.entries(tweaks).flatMap(([key, tweak]) => (isRecord(tweak) ? Object.keys(tweak) : [key]))
  return [...new Set(fields)].filter((field) => field === 'code')
}
