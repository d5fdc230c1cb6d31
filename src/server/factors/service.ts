// One's own second factors: an authenticator app and recovery codes.
import type { AuthenticatorAsk, FactorsChanged, FactorsView } from '#contract/factors'
import { readAuthenticatorCode, showRecoveryCode } from '#domain/factor'
import { Problem } from '#domain/problem'
import type { Deps } from '../deps.ts'
import type { Staff } from '../platform/caller.ts'
import type { DbOrTx, Tx } from '../platform/db.ts'
import { type Changed, changing, type Facts, firstRecoveryCodes, makeRecoveryCodes } from './changes.ts'
import { passkeysOf } from './passkey-store.ts'
import { placeOf } from './passkeys.ts'
import { qrPath } from './qr.ts'
import * as store from './store.ts'
import { newTotpSecret, stepOfCode, totpUri } from './totp.ts'

export interface FactorService {
  view(personId: string): Promise<FactorsView>
  /** A new secret: counts once a code of it was typed. */
  beginAuthenticator(staff: Staff): Promise<AuthenticatorAsk>
  /** Throws `factor/wrong-code` or `factor/not-begun`. */
  confirmAuthenticator(staff: Staff, typed: string): Promise<Changed<FactorsChanged>>
  /** Throws `factor/last-one`. */
  removeAuthenticator(staff: Staff): Promise<Changed<FactorsView>>
  /** In the place of those of before. Throws `factor/none-yet`. */
  makeRecoveryCodes(staff: Staff): Promise<Changed<FactorsChanged>>
}

export async function viewFactors(
  db: DbOrTx,
  { person, organisation }: Facts,
  { publicUrl }: Pick<Deps, 'publicUrl'>,
): Promise<FactorsView> {
  const authenticator = await store.authenticatorOf(db, person.id)
  return {
    email: person.email,
    authenticator: authenticator?.confirmedAt ? { since: authenticator.confirmedAt.getTime() } : null,
    passkeys: (await passkeysOf(db, person.id)).map(({ id, name, createdAt, lastUsedAt, stoppedAt }) => ({
      id,
      name,
      since: createdAt.getTime(),
      lastUsedAt: lastUsedAt?.getTime() ?? null,
      stopped: stoppedAt !== null,
    })),
    passkeyHost: placeOf(publicUrl())?.host ?? null,
    recoveryCodesLeft: await store.recoveryCodesLeft(db, person.id),
    required: organisation.requireSecondFactor,
    providerOnly: organisation.providerOnly,
  }
}

const hasSome = async (db: DbOrTx, personId: string) =>
  (await store.authenticatorOf(db, personId)) !== null || (await passkeysOf(db, personId)).length > 0

/** After one of them was removed: the last that is required stays, and recovery codes open nothing without one. */
export async function afterRemoval(tx: Tx, { person, organisation }: Facts): Promise<void> {
  if (await hasSome(tx, person.id)) return
  if (organisation.requireSecondFactor) throw new Problem('factor/last-one')
  await store.deleteRecoveryCodes(tx, person.id)
}

export function openFactorService(deps: Deps): FactorService {
  const { db, now, newId, seal } = deps

  const changed = async (tx: Tx, facts: Facts, codes: readonly string[] | null): Promise<FactorsChanged> => ({
    view: await viewFactors(tx, facts, deps),
    recoveryCodes: codes?.map(showRecoveryCode) ?? null,
  })

  return {
    async view(personId) {
      const facts = await store.personWithOrganisation(db, personId)
      if (!facts) throw new Problem('access/sign-in-needed')
      return viewFactors(db, facts, deps)
    },
    async beginAuthenticator({ personId }) {
      const facts = await store.personWithOrganisation(db, personId)
      if (!facts) throw new Problem('access/sign-in-needed')
      const secret = newTotpSecret()
      const row = { id: newId(), personId, secret: seal.close(secret), createdAt: now() }
      await db.transaction(async (tx) => {
        await store.lockPerson(tx, personId)
        await store.putBegunAuthenticator(tx, row)
      })
      const uri = totpUri(secret, { issuer: facts.organisation.name, account: facts.person.email })
      return { secret: secret.replace(/(.{4})(?=.)/g, '$1 '), uri, qr: qrPath(uri) }
    },
    confirmAuthenticator: (staff, typed) =>
      changing(deps, staff, async (tx, facts) => {
        const row = await store.begunAuthenticator(tx, staff.personId)
        const secret = row && seal.open(row.secret)
        if (!secret) throw new Problem('factor/not-begun')
        const code = readAuthenticatorCode(typed)
        const step = code && stepOfCode(secret, code, now(), 0)
        if (!step) throw new Problem('factor/wrong-code')
        await store.confirmAuthenticator(tx, staff.personId, step, now())
        const codes = await firstRecoveryCodes(tx, staff.personId, now())
        return { value: await changed(tx, facts, codes), change: { kind: 'authenticator-added' }, enrolled: true }
      }),
    removeAuthenticator: (staff) =>
      changing(deps, staff, async (tx, facts) => {
        if (!(await store.deleteAuthenticator(tx, staff.personId))) throw new Problem('factor/none-yet')
        await afterRemoval(tx, facts)
        return { value: await viewFactors(tx, facts, deps), change: { kind: 'authenticator-removed' } }
      }),
    makeRecoveryCodes: (staff) =>
      changing(deps, staff, async (tx, facts) => {
        if (!(await hasSome(tx, staff.personId))) throw new Problem('factor/none-yet')
        const codes = await makeRecoveryCodes(tx, staff.personId, now())
        return { value: await changed(tx, facts, codes), change: { kind: 'codes-made' } }
      }),
  }
}
