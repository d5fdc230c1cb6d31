import { describe, expect, test } from 'vitest'
import { DEFAULT_RETENTION, detailsCutoff, signedNoteCutoff } from './retention.ts'

const now = new Date('2026-06-01T12:00:00Z')

describe('what is due for deletion', () => {
  test('[RN1] unless the organisation says otherwise: details an hour after the end, signed notes 30 days after signing', () => {
    expect(detailsCutoff(DEFAULT_RETENTION, now)).toEqual(new Date('2026-06-01T11:00:00Z'))
    expect(signedNoteCutoff(DEFAULT_RETENTION, now)).toEqual(new Date('2026-05-02T12:00:00Z'))
  })

  test.each([
    [{ detailsMinutes: 5, signedNoteDays: 1 }, '2026-06-01T11:55:00Z', '2026-05-31T12:00:00Z'],
    [{ detailsMinutes: 10_080, signedNoteDays: 365 }, '2026-05-25T12:00:00Z', '2025-06-01T12:00:00Z'],
  ])('[RN1] minutes and days as set: %o', (retention, details, notes) => {
    expect(detailsCutoff(retention, now)).toEqual(new Date(details))
    expect(signedNoteCutoff(retention, now)).toEqual(new Date(notes))
  })
})
