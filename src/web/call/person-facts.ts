// Small facts about a person, for reading out and checking: initials, and how long. Pure.
import { unmarked } from '../text/typed.ts'

/** First letters of the first and last word of a name, at most two. */
export function initialsOf(name: string): string {
  const parts = unmarked(name)
    .trim()
    .split(/\s+/)
    .filter((word) => /^\p{L}/u.test(word) && !/^(dr|mr|mrs|ms|miss|mx|prof)\.?$/i.test(word))
  const letters = [parts[0], parts.length > 1 ? parts.at(-1) : ''].map((word) => [...(word ?? '')][0] ?? '')
  return letters.join('').toLocaleUpperCase()
}

/** `m:ss`, or `h:mm:ss` from an hour. Never negative. */
export function elapsedText(ms: number): string {
  const all = Math.max(0, Math.floor(ms / 1000))
  const two = (value: number) => String(value).padStart(2, '0')
  const hours = Math.floor(all / 3600)
  const minutes = Math.floor(all / 60) % 60
  return hours > 0 ? `${hours}:${two(minutes)}:${two(all % 60)}` : `${minutes}:${two(all % 60)}`
}
