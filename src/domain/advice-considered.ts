// What a rule of the advice gets (a situation and its devices, ranked), and what it returns.
import type { FiredRule, Offer, RankedDevice, RuleFacts, RuleId } from './advice.ts'
import type { Situation } from './advice-situation.ts'
import type { Verdict } from './equipment.ts'
import type { DeviceKind } from './plan.ts'

export interface Considered extends Situation {
  readonly offer: Offer
  /** Every device of theirs, best first. */
  readonly ranked: readonly RankedDevice[]
  /** The device that the advice speaks of: the one agreed, else the one offered, else the one in use. */
  readonly device: DeviceKind | null
}

interface Said<R extends RuleId> {
  readonly verdict: Verdict | null
  readonly device: DeviceKind | null
  readonly facts: RuleFacts[R]
}

/** Null: the rule has nothing to say. */
export type Rule<R extends RuleId> = (about: Considered) => Said<R> | null
export type RuleSet<R extends RuleId> = { readonly [Each in R]: Rule<Each> }

export function say<R extends RuleId>(
  verdict: Verdict | null,
  facts: RuleFacts[R],
  device: DeviceKind | null = null,
): Said<R> {
  return { verdict, device, facts }
}

/** Runs all rules of a set; those that returned something. */
export function ask<R extends RuleId>(rules: RuleSet<R>, about: Considered): readonly FiredRule[] {
  return (Object.keys(rules) as R[]).flatMap((id) => {
    const said = rules[id](about)
    return said ? [{ id, about: about.role, ...said } as FiredRule] : []
  })
}
