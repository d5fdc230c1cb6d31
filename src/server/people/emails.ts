// The letters that people get about their sign-in, in English. They stand here and not in web/text because the server
// writes them; what somebody typed is made harmless first.
import { LINK_MARK, typed } from '#domain/notification'

export interface Letter {
  readonly subject: string
  readonly text: string
}

/** `provider`: the identity provider by whose sign-in they come, and not by a password. */
export function invitationEmail(facts: {
  name: string
  byName: string
  organisation: string
  days: number
  provider: string | null
}): Letter {
  const [name, by, organisation] = [typed(facts.name), typed(facts.byName), typed(facts.organisation)]
  const how =
    facts.provider === null
      ? [
          `Follow this link and choose a password:`,
          LINK_MARK,
          `The link works once, for ${facts.days} days. If it is too old, ask ${by} for a new one.`,
        ]
      : [`Follow this link and sign in with ${typed(facts.provider)}:`, LINK_MARK]
  return {
    subject: `${organisation}: your sign-in for video appointments`,
    text: [
      `Dear ${name},`,
      `${by} has invited you to the video appointments of ${organisation}, as one of its staff.`,
      ...how,
      `If you do not know what this is about, do nothing.`,
    ].join('\n\n'),
  }
}

export function resetEmail(facts: { name: string; organisation: string; minutes: number }): Letter {
  const [name, organisation] = [typed(facts.name), typed(facts.organisation)]
  return {
    subject: `${organisation}: a new password`,
    text: [
      `Dear ${name},`,
      `Somebody asked for a new password for your sign-in at ${organisation}. If it was you, follow this link:`,
      LINK_MARK,
      `The link works once, for ${facts.minutes} minutes. You will then be signed out everywhere else.`,
      `If it was not you, do nothing: your password stays as it is.`,
    ].join('\n\n'),
  }
}

/** For who asks for a new password where there are none. */
export function noPasswordEmail(facts: { name: string; organisation: string; provider: string }): Letter {
  const [name, organisation, provider] = [typed(facts.name), typed(facts.organisation), typed(facts.provider)]
  return {
    subject: `${organisation}: how you sign in`,
    text: [
      `Dear ${name},`,
      `Somebody asked for a new password for your sign-in at ${organisation}. There are no passwords any more: sign in with ${provider} instead.`,
      LINK_MARK,
      `If it was not you, do nothing.`,
    ].join('\n\n'),
  }
}
