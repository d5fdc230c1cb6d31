// Decimal numbers as text, so that 0.10 stays 0.10 and 0.1 + 0.2 is 0.3. Pure.
import { plainDigits } from './typed-text.ts'

const DECIMAL = /^([+\-\u2212]?)(\d{1,30})(?:[.,](\d{1,20}))?$/u

interface Parts {
  /** The number without its point. */
  readonly digits: bigint
  /** How many of the digits stand behind the point. */
  readonly scale: number
}

/** A number as somebody typed it, as `-12.50`; null when it is none. A comma is read as the point. */
export function decimalOf(typed: string): string | null {
  const found = DECIMAL.exec(plainDigits(typed).trim())
  if (!found) return null
  const [, sign = '', whole = '', behind] = found
  const plain = whole.replace(/^0+(?=\d)/, '')
  const number = behind === undefined ? plain : `${plain}.${behind}`
  return sign !== '' && sign !== '+' && /[1-9]/.test(number) ? `-${number}` : number
}

/** How many digits stand behind the point. */
export const decimalPlaces = (decimal: string): number => partsOf(decimal).scale

/** Below 0, 0 or above 0, for numbers that `decimalOf` gave. */
export function compareDecimals(a: string, b: string): number {
  const [one, other] = [partsOf(a), partsOf(b)]
  const scale = Math.max(one.scale, other.scale)
  const difference = scaled(one, scale) - scaled(other, scale)
  return difference < 0n ? -1 : Number(difference > 0n)
}

/** Their sum, with as many places as the one that has most. */
export function addDecimals(decimals: readonly string[]): string {
  const parts = decimals.map(partsOf)
  const scale = Math.max(0, ...parts.map((part) => part.scale))
  const sum = parts.reduce((sum, part) => sum + scaled(part, scale), 0n)
  const digits = String(sum < 0n ? -sum : sum).padStart(scale + 1, '0')
  const at = digits.length - scale
  return `${sum < 0n ? '-' : ''}${digits.slice(0, at)}${scale > 0 ? `.${digits.slice(at)}` : ''}`
}

/** `7.50` as `7.5`, `7.0` as `7`: for sums, whose places say nothing. */
export function shortDecimal(decimal: string): string {
  if (!decimal.includes('.')) return decimal
  let end = decimal.length
  while (decimal[end - 1] === '0') end--
  return decimal.slice(0, decimal[end - 1] === '.' ? end - 1 : end)
}

function partsOf(decimal: string): Parts {
  const [whole = '0', behind = ''] = decimal.split('.')
  return { digits: BigInt(whole + behind), scale: behind.length }
}

const scaled = ({ digits, scale }: Parts, to: number): bigint => digits * 10n ** BigInt(to - scale)
