// Reads parts of a FHIR file that nobody has checked yet, and collects what is wrong with them. Pure.
import { exactNumber } from './exact-json.ts'
import type { Coding, FileFault, FileFaultReason } from './questionnaire.ts'
import { cleanText } from './typed-text.ts'

export type Source = Readonly<Record<string, unknown>>

/** More are not told: whoever mends the first ones imports again. */
const MOST_FAULTS = 20

export class Faults {
  readonly found: FileFault[] = []
  add(item: string, reason: FileFaultReason, detail = ''): void {
    if (this.found.length < MOST_FAULTS) this.found.push({ item, reason, detail: cleanText(detail).slice(0, 200) })
  }
}

export const sourceOf = (value: unknown): Source | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Source) : null

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

export const textOf = (value: unknown): string => (typeof value === 'string' ? cleanText(value).trim() : '')

const FHIR = 'http://hl7.org/fhir/StructureDefinition/'

/** The extensions of that short name, of HL7's own. */
export function extensionsOf(source: Source, name: string): Source[] {
  return listOf(source.extension).flatMap((one) => {
    const extension = sourceOf(one)
    return extension?.url === FHIR + name ? [extension] : []
  })
}

export const extensionOf = (source: Source, name: string): Source | null => extensionsOf(source, name)[0] ?? null

/** The member of `source` that begins so, as `valueInteger` begins with `value`: what follows, and what it holds. */
export function choiceOf(source: Source, start: string): { kind: string; value: unknown } | null {
  const name = Object.keys(source).find((key) => key.startsWith(start) && /^[A-Z]/.test(key.slice(start.length)))
  return name === undefined ? null : { kind: name.slice(start.length), value: source[name] }
}

/** Any number; null when it is none. */
export function numberOf(source: Source | null, start = 'value'): string | null {
  const choice = source && choiceOf(source, start)
  return choice ? exactNumber(choice.value) : null
}

/** Null without a code and without words for one. */
export function codingOf(value: unknown): Coding | null {
  const source = sourceOf(value)
  if (!source) return null
  const [system, code, display] = [textOf(source.system), textOf(source.code), textOf(source.display)]
  return code || display ? { system, code: code || display, display: display || code } : null
}

/** Whether both mean the same, where one of them may leave its system out. */
export const sameCoding = (a: Coding, b: Coding): boolean =>
  a.code === b.code && (a.system === b.system || a.system === '' || b.system === '')
