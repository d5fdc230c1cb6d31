import { describe, expect, test } from 'vitest'
import { someFindings, weakFindings } from '../../test/made-up-findings.ts'
import { FEWEST_TOLD, type Given, lineOf, tallyOf } from './feedback.ts'

const good = someFindings(0)
const weak = weakFindings(0)
const given = (count: number, one: Given): Given[] => Array.from({ length: count }, () => one)

test('[FB3] of fewer than five patients nothing is told but how many they are', () => {
  const few = given(FEWEST_TOLD - 1, { answers: { media: 'no' }, equipment: good })
  expect(tallyOf(few)).toEqual({ patients: 4, told: null })
  expect(tallyOf([...few, { answers: { again: 'yes' }, equipment: null }]).told?.answers).toEqual({
    media: { yes: 0, partly: 0, no: 4 },
    needs: { yes: 0, partly: 0, no: 0 },
    again: { yes: 1, partly: 0, no: 0 },
  })
})

describe('[FB4] poor ratings beside the connection', () => {
  test('a connection is good, weak or not measured', () => {
    expect([lineOf(good), lineOf(weak), lineOf(null)]).toEqual(['good', 'weak', 'not-measured'])
  })

  test('those who said nothing of picture and sound are not counted', () => {
    const { told } = tallyOf([
      ...given(3, { answers: { media: 'yes' }, equipment: good }),
      ...given(1, { answers: { media: 'partly' }, equipment: good }),
      ...given(2, { answers: { media: 'no' }, equipment: weak }),
      ...given(1, { answers: { media: 'yes' }, equipment: null }),
      ...given(4, { answers: { needs: 'yes' }, equipment: weak }),
    ])
    expect(told?.media).toEqual({
      good: { patients: 4, poor: 1 },
      weak: { patients: 2, poor: 2 },
      'not-measured': { patients: 1, poor: 0 },
    })
  })
})
