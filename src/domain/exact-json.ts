// JSON that keeps numbers as they were written: 1.50 is not 1.5. FHIR asks for that. Pure.
import { decimalOf } from './decimal.ts'

const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g

/** Reads JSON; each number comes as `{ exact }`, its text. Throws a SyntaxError for what is no JSON. */
export function readExactJson(text: string): unknown {
  JSON.parse(text)
  return JSON.parse(text.replace(TOKEN, (token) => (token.startsWith('"') ? token : `{"exact":"${token}"}`)))
}

/** The number that `value` is, without exponent; null when it is none, or longer than any measurement. */
export function exactNumber(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('exact' in value) || typeof value.exact !== 'string') return null
  const [number = '', exponent = '0'] = value.exact.split(/[eE]/)
  const by = Number(exponent)
  if (by === 0) return decimalOf(number)
  return Math.abs(by) <= 20 ? decimalOf(shifted(number, by)) : null
}

/** Writes JSON; `{ exact }` is written as the number it is. */
export function writeExactJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(writeExactJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if ('exact' in value) return String(value.exact)
  const members = Object.entries(value).filter(([, member]) => member !== undefined)
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${writeExactJson(member)}`).join(',')}}`
}

/** `number` with its point moved `by` places to the right. */
function shifted(number: string, by: number): string {
  const sign = number.startsWith('-') ? '-' : ''
  const [whole = '', behind = ''] = number.replace('-', '').split('.')
  if (by >= 0) {
    const moved = behind.padEnd(by, '0')
    return `${sign}${whole}${moved.slice(0, by)}${moved.length > by ? `.${moved.slice(by)}` : ''}`
  }
  const moved = whole.padStart(1 - by, '0')
  return `${sign}${moved.slice(0, by)}.${moved.slice(by)}${behind}`
}
