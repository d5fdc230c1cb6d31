// Signing in by an identity provider, and ending sign-ins when it says so. Somebody is known by issuer and subject; the
// first time by an e-mail address that the provider vouches for, or by their groups.
import { emailKey } from '#domain/person'
import { Problem } from '#domain/problem'
import type { Deps } from '../deps.ts'
import { setAuditSubject } from '../platform/audit/context.ts'
import type { Tx } from '../platform/db.ts'
import { publish } from '../platform/events.ts'
import { lockOrganisation, type PersonRow, personByEmail, personIn, updatePerson } from '../platform/person-rows.ts'
import { keepProof } from '../platform/proof.ts'
import { newSecret } from '../platform/secrets.ts'
import { deleteSessions, sessionOf, startSession } from '../platform/session.ts'
import { type Given, openGroupService } from './group-service.ts'
import * as store from './store.ts'

/** Long enough to find one's smartcard, and a new one's password. */
export const ATTEMPT_SECONDS = 15 * 60
const LOGOUT_TOKEN_MS = 10 * 60 * 1000

type Known = Awaited<ReturnType<NonNullable<Deps['provider']>['finish']>>

interface Here {
  readonly personId: string
  readonly sessionId: string
}

/** What a browser keeps, sealed, while its person is at the provider. */
interface Kept {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  readonly beside: boolean
  /** Who was signed in already and connects what they have there. */
  readonly connect: Here | null
  /** Who is signed in already and proves again who they are. */
  readonly prove: Here | null
  readonly fresh: boolean
  readonly endsAt: number
}

/** `beside`: in a tab of its own. `anew`: whoever is signed in at the provider, it asks who this is. */
interface How {
  readonly beside: boolean
  readonly anew: boolean
}

export interface ProviderService {
  ways(): Promise<{ provider: { name: string } | null; passwords: boolean }>
  /** Where to go, and what this browser keeps until it comes back. Throws `access/provider-none` or `-away`. */
  start(how: How, connect: Here | null): Promise<{ url: string; kept: string }>
  /** The same for who is signed in and proves again who they are: they sign in there anew, in a tab of its own. */
  startProof(prove: Here): Promise<{ url: string; kept: string }>
  /** Throws `access/provider-*` or `person/identity-taken`. */
  finish(search: string, kept: string | undefined): Promise<{ cookie: string; beside: boolean }>
  /** Where this sign-in ends at the provider, too; null where it did not come from there. Ask before it is over. */
  wayOut(sessionId: string): Promise<string | null>
  /** Throws `request/invalid`. */
  hearLogout(token: string): Promise<void>
}

/** Where the provider sends people back to: known to it by this very address. */
export const redirectUri = (publicUrl: string) => `${publicUrl}/staff/provider`

/** Makes the links of letters that somebody has not followed yet worthless. */
type TakeBackLinks = (tx: Tx, personId: string) => Promise<unknown>

export function openProviderService(deps: Deps, takeBackLinks: TakeBackLinks): ProviderService {
  const { db, now, newId, seal, publicUrl } = deps
  const groups = openGroupService(deps)

  const provider = () => {
    if (!deps.provider) throw new Problem('access/provider-none')
    return deps.provider
  }

  const unseal = (kept: string | undefined): Kept => {
    const text = kept ? seal.open(kept) : null
    const attempt = text ? (JSON.parse(text) as Kept) : null
    if (!attempt || attempt.endsAt < now().getTime()) throw new Problem('access/provider-failed')
    return attempt
  }

  const unknown = (why: string) => {
    deps.log.info('identity provider: nobody here', { why })
    return new Problem('access/provider-unknown-person')
  }

  const identity = (known: Known, personId: string) => ({
    issuer: known.issuer,
    subject: known.subject,
    personId,
    createdAt: now(),
  })

  /** Somebody who is signed in says that this is them. */
  const connected = async (tx: Tx, known: Known, organisationId: string, { personId, sessionId }: Here) => {
    const person = await personIn(tx, organisationId, personId)
    setAuditSubject('person', personId)
    if (!person || !(await store.sessionIsOpen(tx, sessionId, personId, now())))
      throw new Problem('access/sign-in-needed')
    const owner = await store.personByIdentity(tx, known.issuer, known.subject)
    if (owner && owner.id !== personId) throw new Problem('person/identity-taken')
    if (!owner) await store.replaceIdentity(tx, identity(known, personId))
    await end(tx, await deleteSessions(tx, personId, sessionId))
    return person
  }

  /** Who this is here. The first time an address that the provider vouches for tells; later it may be another's. */
  const recognised = async (tx: Tx, known: Known, organisationId: string, given: Given): Promise<PersonRow> => {
    const owner = await store.personByIdentity(tx, known.issuer, known.subject)
    if (owner) {
      setAuditSubject('person', owner.id)
      if (owner.organisationId !== organisationId || owner.status === 'deactivated') throw unknown('deactivated')
      return owner
    }
    if (!known.email) throw unknown('no e-mail address that is vouched for')
    const namesake = await personByEmail(tx, emailKey(known.email))
    if (namesake) {
      setAuditSubject('person', namesake.id)
      if (namesake.organisationId !== organisationId || namesake.status === 'deactivated') throw unknown('deactivated')
      if (await store.identityOf(tx, namesake.id, known.issuer)) throw unknown('the address is another identity’s')
      await store.insertIdentity(tx, identity(known, namesake.id))
      return namesake
    }
    if (!groups.gives(given)) throw unknown('no group of theirs gives a role')
    const person = await groups.makePerson(tx, organisationId, { email: emailKey(known.email), name: known.name })
    await store.insertIdentity(tx, identity(known, person.id))
    return person
  }

  const hereOf = ({ personId, sessionId }: Here): Here => ({ personId, sessionId })

  const begin = async (why: Pick<Kept, 'beside' | 'connect' | 'prove'>, anew: boolean) => {
    const [state, nonce, verifier] = [newSecret(), newSecret(), newSecret()]
    const endsAt = now().getTime() + ATTEMPT_SECONDS * 1000
    const kept: Kept = { state, nonce, verifier, fresh: why.prove !== null, endsAt, ...why }
    const url = await provider().begin(redirectUri(publicUrl()), kept, anew)
    return { url, kept: seal.close(JSON.stringify(kept)) }
  }

  /** Somebody who is signed in has just signed in there again, as the same person. */
  const proven = async (tx: Tx, known: Known, { personId, sessionId }: Here) => {
    setAuditSubject('person', personId)
    const owner = await store.personByIdentity(tx, known.issuer, known.subject)
    if (owner?.id !== personId) throw new Problem('access/provider-somebody-else')
    if (!(await store.sessionIsOpen(tx, sessionId, personId, now()))) throw new Problem('access/sign-in-needed')
    return keepProof(tx, sessionId, now())
  }

  return {
    async ways() {
      const organisation = deps.provider && (await store.providersOrganisation(db, deps.provider.organisation))
      return {
        provider: deps.provider && organisation ? { name: deps.provider.name } : null,
        passwords: await store.somePasswords(db),
      }
    },
    start: ({ beside, anew }, staff) => begin({ beside, connect: staff && hereOf(staff), prove: null }, anew),
    startProof: (staff) => begin({ beside: true, connect: null, prove: hereOf(staff) }, true),
    async finish(search, sealed) {
      const kept = unseal(sealed)
      const known = await provider().finish(`${redirectUri(publicUrl())}?${search.replace(/^\?/, '')}`, kept)
      const organisation = await store.providersOrganisation(db, provider().organisation)
      if (!organisation) throw unknown('no organisation, or more than one')
      return db.transaction(async (tx) => {
        if (kept.prove) return { cookie: await proven(tx, known, kept.prove), beside: true }
        await lockOrganisation(tx, organisation.id)
        const given = await groups.given(tx, organisation.id, known.groups)
        const person = kept.connect
          ? await connected(tx, known, organisation.id, kept.connect)
          : await recognised(tx, known, organisation.id, given)
        setAuditSubject('person', person.id)
        if (person.status === 'invited') {
          await updatePerson(tx, person.id, { status: 'active' })
          await takeBackLinks(tx, person.id)
        }
        await groups.follow(tx, person, given)
        // How strong this sign-in was is the provider's affair: it counts as a second factor.
        const cookie = await startSession(tx, newId(), person.id, now(), { vouched: true })
        const sessionId = (await sessionOf(tx, cookie))?.id
        if (!sessionId) throw new Problem('access/sign-in-needed')
        const { issuer, subject, sid } = known
        const idToken = seal.close(known.idToken)
        await store.putProviderSignIn(tx, { sessionId, issuer, subject, sid, idToken, at: now() })
        return { cookie, beside: kept.beside }
      })
    },
    async wayOut(sessionId) {
      const signIn = deps.provider && (await store.providerSignIn(db, sessionId))
      const idToken = signIn && signIn.issuer === deps.provider?.issuer ? seal.open(signIn.idToken) : null
      return idToken === null ? null : provider().leave(idToken, `${publicUrl()}/staff`)
    },
    async hearLogout(token) {
      const logout = await provider().readLogout(token)
      await db.transaction(async (tx) => {
        const endsAt = new Date(now().getTime() + LOGOUT_TOKEN_MS)
        if (!(await store.hearToken(tx, logout.issuer, logout.jti, endsAt))) throw new Problem('request/invalid')
        const ended = await store.endProviderSignIns(tx, logout)
        if (ended[0]) setAuditSubject('person', ended[0].personId)
        await end(
          tx,
          ended.map(({ id }) => id),
        )
      })
    },
  }
}

async function end(tx: Tx, sessionIds: readonly string[]): Promise<void> {
  if (sessionIds.length > 0) await publish(tx, { kind: 'session-ended', sessionIds })
}
