// The letters that people get about their sign-in, in English. They stand here and not in web/text because the server
// writes them; what somebody typed is made harmless first.
import { LINK_MARK, typed } from '#domain/letter'

interface Words {
  readonly subject: string
  readonly text: string
}

export function invitationLetter(facts: { name: string; byName: string; organisation: string; days: number }): Words {
  const [name, by, organisation] = [typed(facts.name), typed(facts.byName), typed(facts.organisation)]
  return {
    subject: `${organisation}: your sign-in for video appointments`,
    text: [
      `Dear ${name},`,
      `${by} has invited you to see people by video at ${organisation}.`,
      `Follow this link and choose a password:`,
      LINK_MARK,
      `The link works once, for ${facts.days} days. If it is too old, ask ${by} for a new one.`,
      `If you do not know what this is about, do nothing.`,
    ].join('\n\n'),
  }
}

export function resetLetter(facts: { name: string; organisation: string; minutes: number }): Words {
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
