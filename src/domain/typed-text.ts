// Text that somebody typed or pasted, in one form: composed (NFC) and without characters that nobody sees and that no script
// needs there. The server does this to all that comes in; forms do it to tell beforehand what will be left.

/** Whatever has to be looked at more closely: controls, format characters, halves of pairs, variation selectors. */
const SUSPECT = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\ufffe\uffff]|[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/u
const BREAK = /[\n\v\f\r\u0085\u2028\u2029]/
/** Format characters that are drawn: numbers' and verses' signs, and how hieroglyphs stand to each other. */
const DRAWN = /[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}\u{13430}-\u{1343f}]/u
/** Zero-width joiner and non-joiner. They spell words in scripts whose letters change shape with their neighbours. */
const JOINER = /[\u200c\u200d]/
const JOINING =
  /[\p{scx=Arab}\p{scx=Syrc}\p{scx=Mong}\p{scx=Nkoo}\p{scx=Phag}\p{scx=Mand}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}\p{scx=Java}\p{scx=Bali}]/u
const LETTER = /[\p{L}\p{M}]/u
const SELECTOR = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/u
const PICTURE = /\p{Extended_Pictographic}/u
const IN_PICTURE = /[\p{Extended_Pictographic}\p{Emoji_Modifier}]|\ufe0f/u
/** The flags of England, Scotland and Wales are spelt with tags. */
const FLAG = /[\u{1f3f4}\u{e0020}-\u{e007f}]/u
const TAG = /[\u{e0020}-\u{e007f}]/u
const MONGOLIAN = /\p{scx=Mong}/u

/** Not a blank, a mark or a format character, and no filler of Hangul nor the empty Braille pattern. */
const SEEN = /[^\s\p{Z}\p{M}\p{Cc}\p{Cf}\p{Cs}\p{Co}\u115f\u1160\u3164\uffa0\u2800]/u

/** Whether there is nothing in it that anybody could see. */
export const isBlank = (text: string): boolean => !SEEN.test(text)

/**
 * `text` in one form, with its line breaks and tabs. What nobody could see at all is left as the plain blanks in it, so that
 * trimming leaves nothing.
 */
export function cleanText(text: string): string {
  const clean = SUSPECT.test(text) ? withoutMarks([...text]) : text
  return isBlank(clean) ? clean.replace(/[^\t\n ]/g, '') : clean.normalize('NFC')
}

/** One line of it: a name, an address. */
export function tidyLine(text: string): string {
  return cleanText(text)
    .replace(/[\u200c\u200d]+/g, (run, at, whole) => (/\S/.test(whole[at + run.length] ?? '') ? run : ''))
    .replace(/\s+/g, ' ')
    .trim()
}

function withoutMarks(characters: readonly string[]): string {
  let kept = ''
  let before = ''
  for (const [at, character] of characters.entries()) {
    const next = characters[at + 1] ?? ''
    if (character === '\r' && next === '\n') continue
    const stays = SUSPECT.test(character) ? whatStays(character, before, next) : character
    if (stays === '') continue
    kept += stays
    before = stays
  }
  return kept
}

function whatStays(character: string, before: string, next: string): string {
  if (character === '\t') return character
  if (BREAK.test(character)) return '\n'
  if (/\p{Cs}/u.test(character)) return '\ufffd'
  const needed =
    DRAWN.test(character) ||
    (JOINER.test(character) && LETTER.test(before) && JOINING.test(before)) ||
    (character === '\u200d' && IN_PICTURE.test(before) && PICTURE.test(next)) ||
    (SELECTOR.test(character) && before !== '' && !/\s/.test(before) && !SELECTOR.test(before)) ||
    (TAG.test(character) && FLAG.test(before)) ||
    (character === '\u180e' && MONGOLIAN.test(before))
  return needed ? character : ''
}

/** Digits of any script as 0 to 9. */
export function plainDigits(text: string): string {
  return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => String(worth(digit.codePointAt(0) ?? 0)))
}

/** Unicode has the digits of a script in tens, each beginning with its nought; those for mathematics stand behind each other. */
function worth(code: number): number {
  let first = code
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first--
  return (code - first) % 10
}
