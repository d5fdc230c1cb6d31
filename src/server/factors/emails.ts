// The letters about somebody's second factor, in English: whoever did not do it themselves hears of it. What somebody typed
// is made harmless first.
import { typed } from '#domain/notification'

export type FactorChange =
  | { readonly kind: 'authenticator-added' | 'authenticator-removed' | 'codes-made' | 'reset' | 'guessed' }
  | { readonly kind: 'code-used'; readonly left: number }
  | { readonly kind: 'passkey-added' | 'passkey-removed' | 'passkey-stopped'; readonly name: string }

function said(change: FactorChange): string {
  switch (change.kind) {
    case 'authenticator-added':
      return 'An authenticator app was set up for it.'
    case 'authenticator-removed':
      return 'The authenticator app was removed from it.'
    case 'codes-made':
      return 'New recovery codes were made for it. The old ones open nothing any more.'
    case 'code-used':
      return `Somebody signed in with your password and a recovery code. You have ${change.left} recovery codes left.`
    case 'reset':
      return 'An administrator removed your authenticator app, your passkeys and your recovery codes, and signed you out everywhere. Sign in with your password and set them up again.'
    case 'guessed':
      return 'Somebody typed your right password and then ten wrong codes. Further codes are refused for up to 15 minutes.'
    case 'passkey-added':
      return `A passkey was added to it: ${typed(change.name)}.`
    case 'passkey-removed':
      return `A passkey was removed from it: ${typed(change.name)}.`
    case 'passkey-stopped':
      return `The passkey ${typed(change.name)} seems to exist twice, so it opens nothing any more. Remove it, and add a new one.`
  }
}

/** The letter to somebody whose way of signing in has changed. */
export function factorEmail(facts: { name: string; organisation: string; change: FactorChange }): {
  subject: string
  text: string
} {
  const organisation = typed(facts.organisation)
  const password =
    facts.change.kind === 'guessed' || facts.change.kind === 'code-used'
      ? 'If it was not you, somebody knows your password: choose a new one at once, and tell your administrator.'
      : 'If it was you, there is nothing to do. If it was not, tell your administrator at once.'
  return {
    subject: `${organisation}: your sign-in`,
    text: [
      `Dear ${typed(facts.name)},`,
      `This is about your sign-in for video appointments at ${organisation}.`,
      said(facts.change),
      password,
    ].join('\n\n'),
  }
}
