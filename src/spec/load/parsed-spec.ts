import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { isRecord } from '../record.ts'
import { lazily } from './lazily.ts'
import type { Offsets } from './offsets.ts'
import type { Parsed } from './source.ts'

// Where the build puts them, seen from the compiled module; there are none beside the sources.
const FOLDER = new URL('../../../openapi/', import.meta.url)

/** The name of the file that holds a parsed spec. */
export function parsedSpecName(specFile: string): string {
  return `${basename(specFile, extname(specFile))}.parsed.json`
}

/** Writes a document that loads, for later starts: JSON is read some fifty times faster than YAML. */
export function encodeParsedSpec(text: string, { value, offsets }: Parsed): string {
  return JSON.stringify({ of: digestOf(text), value, offsets: JSON.stringify(offsets) })
}

/** The document that was parsed from this very text; `undefined` when it was another. */
export function decodeParsedSpec(json: string, text: string): Parsed | undefined {
  const parsed: unknown = JSON.parse(json)
  if (!isRecord(parsed) || parsed.of !== digestOf(text)) return undefined
  const { value, offsets } = parsed
  return isRecord(value) && typeof offsets === 'string' ? parsedOf(value, offsets) : undefined
}

/** The document that the build parsed from this very text, if it did. */
export function readParsedSpec(text: string, specFile: string): Parsed | undefined {
  try {
    return decodeParsedSpec(readFileSync(new URL(parsedSpecName(specFile), FOLDER), 'utf8'), text)
  } catch {
    return undefined // not built, or not one of ours: then the YAML is parsed
  }
}

// The offsets are a text within the text, since they are read only once something is wrong somewhere, and are a quarter of it.
function parsedOf(value: Parsed['value'], text: string): Parsed {
  const offsets = lazily(() => parseOffsets(text))
  return {
    value,
    get offsets() {
      return offsets()
    },
  }
}

// What is inside was written by this module: the digest says so.
function parseOffsets(text: string): Offsets {
  const offsets: unknown = JSON.parse(text)
  return isOffsets(offsets) ? offsets : []
}

function isOffsets(value: unknown): value is Offsets {
  return Array.isArray(value)
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64')
}
