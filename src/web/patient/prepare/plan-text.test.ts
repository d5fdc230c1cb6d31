import { describe, expect, it } from 'vitest'
import type { PlanView } from '#contract/plan'
import { TALKING } from '../../../../test/made-up-plan.ts'
import { planText, safetyText } from './plan-text.ts'

const plan = (basedOn: string, safety: string | null = null): PlanView => ({
  ...TALKING,
  id: basedOn,
  basedOn,
  wording: { ...TALKING.wording, safety },
})

describe('[R45] how to stay safe', () => {
  it.each(['walking-and-balance', 'transfers'])('%s: somebody alone is not told to ask for a helper', (purpose) => {
    expect(safetyText(plan(purpose), false)).toContain('Ask someone')
    expect(safetyText(plan(purpose), true)).not.toContain('Ask someone')
    expect(safetyText(plan(purpose), true)).not.toBe('')
  })
  it("an organisation's own words stand as they are, and so do those that ask for nobody", () => {
    expect(safetyText(plan('transfers', 'Ask your daughter.'), true)).toBe('Ask your daughter.')
    expect(safetyText(plan('talking'), true)).toBe(planText(plan('talking'), 'safety'))
  })
})
