import { dirname } from 'node:path'
import type { Place } from '../../errors.ts'
import { problemError, startOf } from '../../yaml/file-problem.ts'
import { readYaml, type ValuePath } from '../../yaml/yaml-source.ts'
import { checkConfig } from './check-config.ts'
import type { TargetFile } from './config-file.ts'
import { checkConfigFile, configKind } from './config-kind.ts'

/** A target as it stands in a config file; its texts may name variables. */
export interface ConfigTarget {
  readonly name: string
  /** Of the config file: paths start there. */
  readonly folder: string
  readonly said: TargetFile
  /** Where a value of the target stands; with `atKey`, where its key does. */
  placeOf(path: ValuePath, atKey?: boolean): Place
}

/** Reads a config: its targets, in their order. Throws `config-invalid` for the first thing in the text that is wrong, wherever it stands. */
export function parseConfig(text: string, file: string): readonly ConfigTarget[] {
  const source = readYaml(text, file, configKind)
  const checked = checkConfigFile(source)
  if ('problem' in checked) throw problemError(configKind, checked.problem, source)
  const { targets } = checked.file
  const [first] = checkConfig(checked.file).toSorted((a, b) => startOf(a, source) - startOf(b, source))
  if (first) throw problemError(configKind, first, source)
  return Object.entries(targets).map(([name, said]) => ({
    name,
    folder: dirname(file),
    said,
    placeOf: (path, atKey = false) => source.placeAt(startOf({ path: ['targets', name, ...path], atKey }, source)),
  }))
}
