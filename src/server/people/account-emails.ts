// The letters about a change of one's own address or password, in English. Whoever did not do it learns what to do.
import { LINK_MARK, typed } from '#domain/notification'

interface Facts {
  readonly name: string
  readonly organisation: string
}

const start = ({ name }: Facts) => `Dear ${typed(name)},`

export function confirmEmailLetter(facts: Facts & { hours: number }) {
  const organisation = typed(facts.organisation)
  return {
    subject: `${organisation}: is this your e-mail address?`,
    text: [
      start(facts),
      `You want to sign in at ${organisation} with this address. Follow this link, signed in as you are now:`,
      LINK_MARK,
      `The link works once, for ${facts.hours} hours. Until then you sign in with the address you have.`,
      `If you do not know what this is about, do nothing.`,
    ].join('\n\n'),
  }
}

export function emailTakenLetter(facts: Facts) {
  const organisation = typed(facts.organisation)
  return {
    subject: `${organisation}: your e-mail address`,
    text: [
      start(facts),
      `Somebody wanted to sign in with this address. It is yours already, so nothing was changed.`,
      `If it was you: you have two sign-ins. Ask your administrator. If it was not you, do nothing.`,
    ].join('\n\n'),
  }
}

export function emailChangedLetter(facts: Facts & { email: string }) {
  const organisation = typed(facts.organisation)
  return {
    subject: `${organisation}: your e-mail address was changed`,
    text: [
      start(facts),
      `You sign in at ${organisation} with ${typed(facts.email)} from now on, and not with this address any more.`,
      `If it was not you, tell your administrator now.`,
    ].join('\n\n'),
  }
}

export function passwordChangedLetter(facts: Facts) {
  const organisation = typed(facts.organisation)
  return {
    subject: `${organisation}: your password was changed`,
    text: [
      start(facts),
      `Your password at ${organisation} was changed, and you were signed out everywhere else.`,
      `If it was not you, press “Forgotten your password?” at the sign-in now, and tell your administrator.`,
    ].join('\n\n'),
  }
}
