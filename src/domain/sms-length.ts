// How long a text message is: telephone networks carry it in parts, of 7-bit characters (GSM 03.38) or, as soon as one
// character is none of those, of 16-bit ones. Pure.

export type SmsCoding = 'gsm-7' | 'ucs-2'

export interface SmsLength {
  readonly coding: SmsCoding
  /** Septets or 16-bit units: some characters take two. */
  readonly units: number
  readonly parts: number
  /** How many units are left in the last part. */
  readonly left: number
  /** The first character that makes it 16-bit; null: none does. */
  readonly because: string | null
}

const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
/** Behind an escape: two septets each. */
const EXTENDED = new Set('\f^{}\\[~]|€')

/** One part alone, and each of several: these carry a head that says which of them they are. */
const ROOM = { 'gsm-7': { alone: 160, each: 153 }, 'ucs-2': { alone: 70, each: 67 } } as const

/** The units of a character; null: it is none of the 7-bit ones. */
function septets(character: string): number | null {
  if (BASIC.has(character)) return 1
  return EXTENDED.has(character) ? 2 : null
}

/** The parts in which networks carry `text`. No character is torn in two. */
export function smsParts(text: string): { readonly coding: SmsCoding; readonly parts: readonly string[] } {
  const characters = [...text]
  const coding: SmsCoding = characters.some((one) => septets(one) === null) ? 'ucs-2' : 'gsm-7'
  const unitsOf = (character: string) => (coding === 'gsm-7' ? (septets(character) ?? 0) : character.length)
  const units = characters.reduce((sum, one) => sum + unitsOf(one), 0)
  if (units <= ROOM[coding].alone) return { coding, parts: [text] }
  const parts: string[] = []
  let [part, used] = ['', 0]
  for (const character of characters) {
    const more = unitsOf(character)
    if (used + more > ROOM[coding].each) {
      parts.push(part)
      part = ''
      used = 0
    }
    part += character
    used += more
  }
  return { coding, parts: [...parts, part] }
}

export function smsLength(text: string): SmsLength {
  const { coding, parts } = smsParts(text)
  const unitsOf = (part: string) =>
    coding === 'ucs-2' ? part.length : [...part].reduce((sum, one) => sum + (septets(one) ?? 0), 0)
  const room = ROOM[coding][parts.length === 1 ? 'alone' : 'each']
  return {
    coding,
    units: unitsOf(parts.join('')),
    parts: parts.length,
    left: room - unitsOf(parts.at(-1) ?? ''),
    because: coding === 'gsm-7' ? null : ([...text].find((one) => septets(one) === null) ?? null),
  }
}
