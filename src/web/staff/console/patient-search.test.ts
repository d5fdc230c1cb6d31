import { describe, expect, it } from 'vitest'
import { foundBy } from './patient-search.ts'

const sian = { firstName: 'Siân', lastName: 'Ellis-Whitcombe', dateOfBirth: '1948-03-07' }
const finds = (typed: string, person = sian) => foundBy(typed)(person)

describe('[D35] looking for somebody', () => {
  it.each(['', '  ', 'sian', 'Siân', 'ELLIS', 'whit', 'sian whit', 'whitcombe, si'])('%j finds by name', (typed) => {
    expect(finds(typed)).toBe(true)
  })

  it.each(['jean', 'combe', 'sian jones', 'an'])('%j finds somebody else', (typed) => {
    expect(finds(typed)).toBe(false)
  })

  it.each([
    ...['7/3/1948', '07/03/1948', '7.3.48', '07 03 1948', '07-03-1948', '07031948', '1948-03-07', '1948', '194'],
    ...['7/3', '7 March 1948', '7 mar', 'mar 1948', 'sian 1948'],
  ])('%j finds by date of birth', (typed) => {
    expect(finds(typed)).toBe(true)
  })

  it.each(['3/7/1948', '8/3/1948', '1949', '7 april 1948', '1948-07-03'])('%j is another date', (typed) => {
    expect(finds(typed)).toBe(false)
  })

  it('a month alone is a name, and nobody is born in it', () => {
    expect(finds('mar')).toBe(false)
    expect(finds('mar', { ...sian, firstName: 'Marged' })).toBe(true)
  })

  it('whose date of birth was not asked is found by name, and by no date', () => {
    const unknown = { ...sian, dateOfBirth: '' }
    expect(finds('sian', unknown)).toBe(true)
    expect(finds('1948', unknown)).toBe(false)
    expect(finds('0', unknown)).toBe(false)
  })
})
