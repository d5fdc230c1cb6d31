// Patients' words are short: whoever is worried, old or new to the language reads them once.
import { describe, expect, it } from 'vitest'
import { words as ended } from '#text/ended'
import { words as time } from '#text/time'
import { patientParts } from '../../../tools/checks/patient-texts.ts'
import { readabilityOf } from '../../../tools/checks/readability-measure.ts'

describe('[P30] no sentence a patient reads has more than 15 words', () => {
  it.each(patientParts().map((part) => [part.name, part.texts] as const))('%s', (_, texts) => {
    expect(texts.length).toBeGreaterThan(1)
    expect(readabilityOf(texts, new Set()).longSentences).toEqual([])
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
