// Patients' words are short: whoever is worried, old or new to the language reads them once.
import { describe, expect, it } from 'vitest'
import { words as arrive } from './arrive.ts'
import { words as door } from './door.ts'
import { words as ended } from './ended.ts'
import { words as equipment } from './equipment.ts'
import { words as steps } from './equipment-steps.ts'
import { words as problems } from './problems.ts'
import { words as time } from './time.ts'
import { words as waiting } from './waiting.ts'
import { words as ways } from './ways.ts'

/** Every text in it; a text that takes something gets a word for it. */
function texts(of: unknown): string[] {
  if (typeof of === 'string') return [of]
  if (typeof of === 'function') return texts(of(...Array.from({ length: of.length }, () => 'Margaret')))
  if (typeof of !== 'object' || of === null) return []
  return Object.values(of).flatMap(texts)
}

const sentences = (text: string) => text.split(/(?<=[.!?:])\s+/)
const long = (text: string) => sentences(text).filter((sentence) => sentence.split(/\s+/).length > 15)

const KINDS = (['iphone', 'ipad', 'android', 'windows', 'mac', 'linux', 'other'] as const).flatMap((device) =>
  (['safari', 'chrome', 'edge', 'firefox', 'samsung', 'other'] as const).flatMap((browser) =>
    [null, '', 'Facebook'].map((inApp) => ({ device, browser, inApp })),
  ),
)

describe('[P30] no sentence a patient reads has more than 15 words', () => {
  it.each(Object.entries({ door, ways, arrive, equipment, waiting, ended, problems }))('%s', (_, words) => {
    expect(texts(words).length).toBeGreaterThan(5)
    expect(texts(words).flatMap(long)).toEqual([])
  })

  it('steps for troubled equipment', () => {
    const all = KINDS.flatMap((kind) => [
      ...steps.quietBell(kind),
      ...(['camera', 'microphone', 'both'] as const).flatMap((device) =>
        (['refused', 'none', 'busy', 'unsupported', 'lost'] as const).flatMap((why) =>
          [true, false].flatMap((secure) => [...steps.steps(device, why, kind, secure)]),
        ),
      ),
    ])
    expect(all.flatMap(long)).toEqual([])
  })
})

describe('[P2] when it opens', () => {
  const at = (iso: string) => Date.parse(iso)
  const now = at('2027-03-01T07:30:00Z')

  it('in words of the area’s own day', () => {
    expect(time.opening(at('2027-03-01T09:00:00Z'), now, 'Europe/London')).toBe('today at 9am')
    expect(time.opening(at('2027-03-02T13:30:00Z'), now, 'Europe/London')).toBe('tomorrow at 1:30pm')
    expect(time.opening(at('2027-03-05T12:00:00Z'), now, 'Europe/London')).toBe('on Friday 5 March at midday')
    // The same instant is already tomorrow in Auckland.
    expect(time.opening(at('2027-03-01T20:00:00Z'), now, 'Pacific/Auckland')).toBe('tomorrow at 9am')
  })

  it('names the zone by its city, and says lengths of time as people do', () => {
    expect(time.zone('America/New_York')).toBe('New York time')
    expect([1, 2, 60, 61, 150].map(time.minutes)).toEqual([
      'a minute',
      '2 minutes',
      '1 hour',
      '1 hour 1 minute',
      '2 hours 30 minutes',
    ])
  })
})

describe('[P28] how it ended', () => {
  it('has words for each way', () => {
    for (const outcome of ['completed', 'left', 'removed', 'not-returned'] as const) {
      expect(ended[outcome].title('Nia')).not.toBe('')
      expect(ended[outcome].text).not.toBe('')
    }
  })
})
