import { describe, expect, test } from 'vitest'
import { DEFAULT_KEPT_DAYS, DEFAULT_RETENTION, dueBefore, type KeptFor, type Retention } from './retention.ts'

const now = new Date('2026-06-01T12:00:00Z')
const details: KeptFor = { setBy: 'organisation', setting: 'detailsMinutes' }
const signedNotes: KeptFor = { setBy: 'organisation', setting: 'signedNoteDays' }
const due = (kept: KeptFor, retention: Retention = DEFAULT_RETENTION) =>
  dueBefore(kept, now, retention, DEFAULT_KEPT_DAYS)

describe('what is due for deletion', () => {
  test('[RN1] unless the organisation says otherwise: details an hour after the end, signed notes 30 days after signing', () => {
    expect(due(details)).toEqual(new Date('2026-06-01T11:00:00Z'))
    expect(due(signedNotes)).toEqual(new Date('2026-05-02T12:00:00Z'))
  })

  test.each([
    [{ detailsMinutes: 5, signedNoteDays: 1 }, '2026-06-01T11:55:00Z', '2026-05-31T12:00:00Z'],
    [{ detailsMinutes: 10_080, signedNoteDays: 365 }, '2026-05-25T12:00:00Z', '2025-06-01T12:00:00Z'],
  ])('[RN1] minutes and days as set: %o', (retention, detailsBefore, notesBefore) => {
    expect(due(details, retention)).toEqual(new Date(detailsBefore))
    expect(due(signedNotes, retention)).toEqual(new Date(notesBefore))
  })

  test('[RN9] [RN10] unless the installation says otherwise: addresses 30 days, reasons for break-glass 180 days', () => {
    expect(due({ setBy: 'installation', setting: 'auditAddresses' })).toEqual(new Date('2026-05-02T12:00:00Z'))
    expect(due({ setBy: 'installation', setting: 'glassReasons' })).toEqual(new Date('2025-12-03T12:00:00Z'))
  })
})
