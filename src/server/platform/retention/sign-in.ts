// What is kept so that somebody can sign in: second factors, and the identity provider's word for who they are.
import { eq, inArray, lt } from 'drizzle-orm'
import { QueryBuilder } from 'drizzle-orm/pg-core'
import { sessions } from '../schema.ts'
import { authenticators, passkeyAsks, passkeys, recoveryCodes, secondSteps } from '../schema-factors.ts'
import { groupRoles, groupRules, logoutTokens, personIdentities, providerSignIns } from '../schema-provider.ts'
import { CLINIC, CLOSED_LIST, impersonal, personal, RANDOM_ID } from './entry.ts'
import * as terms from './terms.ts'

const PROVIDER = 'the identity provider, not a person'

export const SIGN_IN = [
  personal(passkeys, {
    about: 'staff',
    columns: {
      words: ['name'],
      identity: ['credentialId', 'publicKey'],
      harmless: { transports: 'how such a key can be reached' },
    },
    holds: 'Passkeys, by the name their owner gave each.',
    seenBy: 'themselves',
    removals: [],
    otherwise: 'goes when they remove it, or an administrator resets how they sign in',
    exported: { as: 'passkeys', ofPerson: (personId) => eq(passkeys.personId, personId) },
  }),
  personal(personIdentities, {
    about: 'staff',
    columns: { identity: ['subject'], harmless: { issuer: PROVIDER } },
    holds: 'The number by which the identity provider knows somebody.',
    seenBy: 'nobody',
    removals: [],
    otherwise: 'goes when an administrator takes the link to the provider away',
    exported: { as: 'identities', ofPerson: (personId) => eq(personIdentities.personId, personId) },
  }),
  personal(providerSignIns, {
    about: 'staff',
    columns: { identity: ['subject'], sealed: ['idToken'], harmless: { issuer: PROVIDER, sid: RANDOM_ID } },
    holds: 'Which sign-ins the identity provider opened.',
    seenBy: 'nobody',
    removals: [],
    otherwise: 'goes with its sign-in',
    exported: {
      as: 'provider-sign-ins',
      ofPerson: (personId) =>
        inArray(
          providerSignIns.sessionId,
          new QueryBuilder().select({ id: sessions.id }).from(sessions).where(eq(sessions.personId, personId)),
        ),
    },
  }),
  impersonal(authenticators, { sealed: ['secret'] }),
  impersonal(recoveryCodes, { sealed: ['codeHash'] }),
  impersonal(passkeyAsks, { harmless: { challenge: RANDOM_ID } }, [
    { term: terms.PASSKEY_REQUEST_OVER, due: (before) => lt(passkeyAsks.endsAt, before) },
  ]),
  impersonal(secondSteps, { sealed: ['tokenHash'] }, [
    { term: terms.SECOND_STEP_OVER, due: (before) => lt(secondSteps.endsAt, before) },
  ]),
  impersonal(logoutTokens, { harmless: { issuer: PROVIDER, jti: RANDOM_ID } }, [
    { term: terms.LOGOUT_OVER, due: (before) => lt(logoutTokens.endsAt, before) },
  ]),
  impersonal(groupRoles, { harmless: { role: CLOSED_LIST } }),
  impersonal(groupRules, { harmless: { group: CLINIC, role: CLOSED_LIST } }),
]
