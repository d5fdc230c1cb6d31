// What a person typed (a name, a phone number, an address) inside a sentence of ours. The marks around it are Unicode's
// own: they keep its direction to itself, in elements, attributes, dialogs and the browser's tab alike. Where a page
// draws such a sentence, `ui/text-in-place` puts an element that translators leave alone in their stead.

const BEGIN = '\u2068'
const END = '\u2069'
const MARKS = /[\u2066-\u2069]/g

/** Between two marks. Marks within are dropped: a name that ends the isolation itself would get out of it. */
export const typed = (text: string): string => (text === '' ? '' : BEGIN + unmarked(text) + END)

/** For where a direction means nothing: what is read out, what is searched, what is copied elsewhere. */
export const unmarked = (text: string): string => text.replace(MARKS, '')

/** In turn what is ours and what was typed, beginning with ours (which may be empty). */
export const partsOf = (text: string): string[] => text.split(/[\u2068\u2069]/)
