// What an administrator copies into their website: a link that needs nothing, and the same link with the script that says
// whether the door is open. Pure.

/** The look of the button until the website gives it its own; 44 px high, so that a thumb hits it. */
export const BUTTON_STYLE =
  'display:inline-block;min-height:44px;box-sizing:border-box;padding:10px 20px;border-radius:8px;background:#0b5a60;color:#fff;font-weight:600;line-height:24px;text-decoration:none'

export interface ButtonWishes {
  /** Where this Bedside is reached, without a path. */
  readonly origin: string
  readonly slug: string
  readonly text: string
  /** The line under the button, which needs the script. */
  readonly tells: boolean
}

export const scriptOf = (origin: string): string => `${origin}/button.js`

export function snippetOf({ origin, slug, text, tells }: ButtonWishes): string {
  const link = `<a href="${escaped(`${origin}/at/${slug}`)}"${tells ? ' data-bedside' : ''} style="${BUTTON_STYLE}">${escaped(text)}</a>`
  return tells ? `${link}\n<script async src="${escaped(scriptOf(origin))}"></script>` : link
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
