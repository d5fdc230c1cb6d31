import { describe, expect, test } from 'vitest'
import { elapsedText, initialsOf } from './person-facts.ts'

describe('small facts', () => {
  test('[CS29] initials leave out titles', () => {
    expect(initialsOf('Dr Amina Shah')).toBe('AS')
    expect(initialsOf('Mx Kim (locum)')).toBe('K')
    expect(initialsOf('jean')).toBe('J')
    expect(initialsOf('')).toBe('')
  })

  test('[CS29] elapsed time is minutes and seconds, with hours when there are any, never negative', () => {
    expect(elapsedText(-5)).toBe('0:00')
    expect(elapsedText(761_000)).toBe('12:41')
    expect(elapsedText(3_605_000)).toBe('1:00:05')
  })
})
