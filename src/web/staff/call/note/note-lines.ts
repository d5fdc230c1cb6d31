// Lines that ticking writes into a note among what a person types. Pure: each change touches its own line and nothing else,
// and a line that somebody has changed since is theirs.

/** The text with `line` at its end, on a line of its own. */
export function addLine(text: string, line: string): string {
  if (line === '') return text
  if (text.trim() === '') return line
  return `${text}${text.endsWith('\n') ? '' : '\n'}${line}`
}

/** The text without the last line that is exactly `line`; as it was where there is none. */
export function removeLine(text: string, line: string): string {
  if (line === '') return text
  const lines = text.split('\n')
  const at = lines.lastIndexOf(line)
  if (at === -1) return text
  lines.splice(at, 1)
  return lines.join('\n')
}

/** The text with `now` where `before` stood. A line that is not there any more was changed or taken out on purpose. */
export function replaceLine(text: string, before: string, now: string): string {
  const lines = text.split('\n')
  const at = before === '' ? -1 : lines.lastIndexOf(before)
  if (at === -1) return text
  if (now === '') return removeLine(text, before)
  lines[at] = now
  return lines.join('\n')
}
