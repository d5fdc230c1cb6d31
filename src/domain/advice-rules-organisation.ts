// Rules R32 to R41: what the organisation settles, who takes part, and who has practised. A rule whose facts nobody knows
// is silent.
import { type RuleSet, say } from './advice-considered.ts'
import { GROUP_FROM, WISHES_A_MONTH } from './equipment-thresholds.ts'

type Organisation = 'R32' | 'R33' | 'R34' | 'R35' | 'R36' | 'R37' | 'R38' | 'R39' | 'R40' | 'R41'

export const ORGANISATION_RULES: RuleSet<Organisation> = {
  R32: ({ organisation }) =>
    organisation?.approved === false ? say('not-suitable', { stops: organisation.blocksUnapproved ?? true }) : null,

  R33: ({ role, history }) => (role === 'patient' && history?.usedBefore === false ? say(null, {}) : null),

  R34: ({ organisation }) => {
    const wishes = (organisation?.wishes ?? []).filter(({ count }) => count >= WISHES_A_MONTH)
    return wishes.length > 0 ? say(null, { wishes }) : null
  },

  R35: ({ purpose }) => (purpose.intimate ? say('not-suitable', {}) : null),

  R36: ({ participants }) => (participants >= GROUP_FROM ? say(null, { participants }) : null),

  R37: ({ openedFrom }) => (openedFrom ? say(null, { openedFrom }) : null),

  R38: ({ organisation }) => (organisation?.champion ? say(null, organisation.champion) : null),

  R39: ({ equipment }) => {
    const parts = ['camera', 'microphone', 'speaker', 'connection'] as const
    const missing = parts.filter((part) => (equipment?.[part] ?? null) === null)
    return missing.length > 0 ? say(null, { missing }) : null
  },

  R40: ({ role, history, inUse }) => {
    const practisedOn = history?.practisedOn
    if (role !== 'patient' || practisedOn === undefined) return null
    if (practisedOn !== null && (inUse === null || inUse === practisedOn)) return null
    return say(null, { practisedOn, now: inUse })
  },

  R41: ({ role, circumstances, organisation }) =>
    role === 'practitioner' && circumstances?.practised === false
      ? say('ok', { stops: organisation?.blocksUnpractised ?? false })
      : null,
}
