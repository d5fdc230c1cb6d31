// A text as its receiver would read it, with an example filled in. Pure.
import { LINK_MARK } from '#domain/notification'
import { type Filling, fillText } from '#domain/template'
import { words } from '#text/templates'

export const SAMPLE: Filling = words.sample

/** A link's secret has as many characters. */
const SECRET = 43

export const previewOf = (text: string, origin: string): string =>
  fillText(text, SAMPLE).replaceAll(LINK_MARK, `${origin}/v/${'x'.repeat(SECRET)}`)
