// Passkeys: adding, naming and removing one's own, and signing in with one alone. A passkey is a full sign-in because it
// asks for a finger, a face or a PIN itself. One whose counter goes backwards has been copied, and opens nothing any more.
import type { FactorsChanged, FactorsView, PasskeyAnswer, PasskeyAsk, PasskeyMade } from '#contract/factors'
import { MOST_PASSKEYS, PASSKEY_ASK_MS, showRecoveryCode } from '#domain/factor'
import { Problem } from '#domain/problem'
import type { Deps } from '../deps.ts'
import { outsideAudit, setAuditSubject } from '../platform/audit/context.ts'
import type { Staff } from '../platform/caller.ts'
import type { Tx } from '../platform/db.ts'
import { keepProof } from '../platform/proof.ts'
import { ensureOwnSignIns } from '../platform/provider-only.ts'
import { startSession } from '../platform/session.ts'
import { type Changed, changing, firstRecoveryCodes, tell } from './changes.ts'
import * as store from './passkey-store.ts'
import { askToMake, askToSign, placeOf, readMade, readSigned } from './passkeys.ts'
import { afterRemoval, viewFactors } from './service.ts'
import { personWithOrganisation } from './store.ts'

export interface PasskeyService {
  askToSignIn(): Promise<PasskeyAsk>
  /** The cookie's secret. Throws `access/passkey-not-valid`, `access/passkey-stopped` or `access/provider-only`. */
  signIn(cameraRequestId: string, answer: PasskeyAnswer): Promise<string>
  /** By a passkey of theirs. */
  askToProve(staff: Staff): Promise<PasskeyAsk>
  /** The cookie's secret from now on. Throws `access/passkey-not-valid` or `access/passkey-stopped`. */
  prove(staff: Staff, cameraRequestId: string, answer: PasskeyAnswer): Promise<string>
  /** Throws `factor/too-many`. */
  askToAdd(staff: Staff): Promise<PasskeyAsk>
  /** Throws `factor/passkey-not-valid`. */
  add(staff: Staff, cameraRequestId: string, name: string, made: PasskeyMade): Promise<Changed<FactorsChanged>>
  /** Throws `factor/passkey-not-found`. */
  rename(staff: Staff, passkeyId: string, name: string): Promise<FactorsView>
  /** Throws `factor/passkey-not-found` or `factor/last-one`. */
  remove(staff: Staff, passkeyId: string): Promise<Changed<FactorsView>>
}

export function openPasskeyService(deps: Deps): PasskeyService {
  const { db, now, newId, publicUrl } = deps

  const place = () => {
    const found = placeOf(publicUrl())
    if (!found) throw new Problem('factor/passkeys-not-here')
    return found
  }
  const keepAsk = async (challenge: string, personId: string | null): Promise<string> => {
    const id = newId()
    await store.insertAsk(db, { id, challenge, personId, endsAt: new Date(now().getTime() + PASSKEY_ASK_MS) })
    return id
  }
  const factsOf = async ({ personId }: Staff) => {
    const facts = await personWithOrganisation(db, personId)
    if (!facts) throw new Problem('access/sign-in-needed')
    return facts
  }

  const stop = (passkey: { readonly id: string; readonly personId: string; readonly name: string }) =>
    outsideAudit(() =>
      db.transaction(async (tx) => {
        await store.stopPasskey(tx, passkey.id, now())
        const facts = await personWithOrganisation(tx, passkey.personId)
        if (facts) await tell(tx, deps, facts, { kind: 'passkey-stopped', name: passkey.name })
      }),
    )

  /** What a right answer opens; `owner`: whose passkey it must be, where somebody is signed in. */
  const using = async (
    cameraRequestId: string,
    owner: string | null,
    answer: PasskeyAnswer,
    work: (tx: Tx, passkey: store.OwnedPasskey) => Promise<string>,
  ): Promise<string> => {
    // Used up whatever comes of it.
    const challenge = await outsideAudit(() => store.takeAsk(db, cameraRequestId, owner, now()))
    const passkey = await store.passkeyByCredential(db, answer.id)
    if (passkey) setAuditSubject('person', passkey.personId)
    const counter = challenge && passkey ? await readSigned(place(), challenge, answer, passkey) : null
    const theirs = owner === null || passkey?.personId === owner
    if (!passkey || counter === null || !theirs) throw new Problem('access/passkey-not-valid')
    if (passkey.stoppedAt) throw new Problem('access/passkey-stopped')
    if (owner === null) await ensureOwnSignIns(db, passkey.organisationId)
    let copied = false
    try {
      return await db.transaction(async (tx) => {
        copied = !(await store.countUse(tx, passkey.id, counter, now()))
        if (copied) throw new Problem('access/passkey-stopped')
        return work(tx, passkey)
      })
    } catch (error) {
      if (copied) await stop(passkey)
      throw error
    }
  }

  return {
    async askToSignIn() {
      const options = await askToSign(place())
      return { id: await keepAsk(options.challenge, null), options }
    },
    signIn: (cameraRequestId, answer) =>
      using(cameraRequestId, null, answer, (tx, { personId }) => startSession(tx, newId(), personId, now())),
    async askToProve({ personId }) {
      const options = await askToSign(place())
      return { id: await keepAsk(options.challenge, personId), options }
    },
    prove: ({ personId, sessionId }, cameraRequestId, answer) =>
      using(cameraRequestId, personId, answer, (tx) => keepProof(tx, sessionId, now())),
    async askToAdd(staff) {
      const { person, organisation } = await factsOf(staff)
      const kept = await store.passkeysOf(db, staff.personId)
      if (kept.length >= MOST_PASSKEYS) throw new Problem('factor/too-many')
      const { id, name, email } = person
      const options = await askToMake(place(), { id, name, email, organisation: organisation.name }, kept)
      return { id: await keepAsk(options.challenge, staff.personId), options }
    },
    async add(staff, cameraRequestId, name, made) {
      const { personId } = staff
      const challenge = await outsideAudit(() => store.takeAsk(db, cameraRequestId, personId, now()))
      return changing(deps, staff, async (tx, facts) => {
        const read = challenge && (await readMade(place(), challenge, made))
        if (!read) throw new Problem('factor/passkey-not-valid')
        const row = { ...read, id: newId(), personId, name: name.trim(), createdAt: now() }
        if (!(await store.insertPasskey(tx, row))) throw new Problem('factor/passkey-not-valid')
        const codes = await firstRecoveryCodes(tx, personId, now())
        const value = { view: await viewFactors(tx, facts, deps), recoveryCodes: codes?.map(showRecoveryCode) ?? null }
        return { value, change: { kind: 'passkey-added', name: row.name }, enrolled: true }
      })
    },
    async rename(staff, passkeyId, name) {
      if (!(await store.renamePasskey(db, staff.personId, passkeyId, name.trim())))
        throw new Problem('factor/passkey-not-found')
      return viewFactors(db, await factsOf(staff), deps)
    },
    remove: (staff, passkeyId) =>
      changing(deps, staff, async (tx, facts) => {
        const name = await store.deletePasskey(tx, staff.personId, passkeyId)
        if (name === null) throw new Problem('factor/passkey-not-found')
        await afterRemoval(tx, facts)
        return { value: await viewFactors(tx, facts, deps), change: { kind: 'passkey-removed', name } }
      }),
  }
}
