// The letter about a sign-in on a new device, in English. What somebody typed is made harmless first.
import { typed } from '#domain/notification'

export function newDeviceEmail(facts: {
  name: string
  organisation: string
  browser: string | null
  system: string | null
  address: string
  at: Date
}) {
  const [name, organisation] = [typed(facts.name), typed(facts.organisation)]
  const device = `${facts.browser ?? 'a browser we do not know'}${facts.system ? ` on ${facts.system}` : ''}`
  const when = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })
  return {
    subject: `${organisation}: your sign-in was used on a new device`,
    text: [
      `Dear ${name},`,
      `You signed in at ${organisation} with a browser that we have not seen before:`,
      `${device}, ${when.format(facts.at)} (UTC), from the address ${facts.address}.`,
      `If it was you, do nothing.`,
      `If it was not you, choose a new password now: open the sign-in page and press “I forgot my password”. You will then be signed out everywhere else. Tell your administrator, too.`,
    ].join('\n\n'),
  }
}
