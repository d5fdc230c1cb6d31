import { describe, expect, it } from 'vitest'
import { TALKING } from '../../../../test/made-up-plan.ts'
import { findPlans, markNext, type NamedPlan } from './plan-search.ts'

const one = (id: string, view: typeof TALKING.view, name: string, also = ''): NamedPlan => ({
  plan: { ...TALKING, id, view },
  name,
  use: '',
  also,
})
const PLANS = [
  one('talk', 'face', 'Talking'),
  one('walk', 'whole-body', 'Walking and balance', 'Gait, falls'),
  one('cafe', 'face', 'Café für Angehörige'),
]
const ids = (typed: string) => findPlans(PLANS, typed).flatMap(({ plans }) => plans.map(({ plan }) => plan.id))

describe('finding a plan', () => {
  it('[PD12] groups by what has to be seen, and finds any letters in any order without accents', () => {
    expect(findPlans(PLANS, '').map(({ view }) => view)).toEqual(['whole-body', 'face'])
    expect(ids('')).toEqual(['walk', 'talk', 'cafe'])
    expect(ids('FALLS walk')).toEqual(['walk'])
    expect(ids('cafe fur')).toEqual(['cafe'])
    expect(ids('skin')).toEqual([])
  })

  it('[PD12] arrow keys go through what is found, around the ends', () => {
    const groups = findPlans(PLANS, '')
    expect(markNext(groups, null, 1)).toBe('walk')
    expect(markNext(groups, 'walk', 1)).toBe('talk')
    expect(markNext(groups, 'walk', -1)).toBe('cafe')
    expect(markNext(groups, 'gone', -1)).toBe('cafe')
    expect(markNext([], 'walk', 1)).toBeNull()
  })
})
