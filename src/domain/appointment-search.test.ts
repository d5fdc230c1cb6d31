import { describe, expect, test } from 'vitest'
import { folded, soughtIn } from './appointment-search.ts'

describe('[AP25] what is typed to find an appointment', () => {
  test('is the beginnings of names, in any order, without marks and capitals', () => {
    expect(soughtIn('  Siân O’Br ')).toEqual({ kind: 'name', words: ['sian', 'obr'] })
    expect(soughtIn('Ellis-Whitcombe')).toEqual({ kind: 'name', words: ['ellis', 'whitcombe'] })
    expect(soughtIn('李')).toEqual({ kind: 'name', words: ['李'] })
    expect(folded('Jürgen  MÜLLER')).toBe('jurgen muller')
  })

  test('or the last digits of a number, with its country or without', () => {
    expect(soughtIn('0123')).toEqual({ kind: 'phone', digits: '0123' })
    const whole = { kind: 'phone', digits: '700900123' }
    expect(soughtIn('07700 900-123')).toEqual(whole)
    expect(soughtIn('+44 (0)7700 900123')).toEqual(whole)
    // "3rd" is no number.
    expect(soughtIn('3rd')).toEqual({ kind: 'name', words: ['3rd'] })
  })

  test('nothing looks for everybody', () => {
    expect(soughtIn('')).toEqual({ kind: 'anybody' })
    expect(soughtIn(' ’ ')).toEqual({ kind: 'anybody' })
  })
})
