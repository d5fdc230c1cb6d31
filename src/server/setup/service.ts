// The first start: setting up one's organisation by a one-time link, and the made-up clinic for trying.
// The links' secrets derive from the installation's, so that they can be printed at every start and stored nowhere.
import type { SampleClinic, SetupBody } from '#contract/people'
import { emailKey } from '#domain/person'
import { checkPassword } from '#domain/person-password'
import { Problem } from '#domain/problem'
import type { Deps } from '../deps.ts'
import { setAuditSubject } from '../platform/audit/context.ts'
import { hashPassword } from '../platform/passwords.ts'
import { derive, same } from '../platform/secrets.ts'
import { startSession } from '../platform/session.ts'
import { SAMPLE_AREAS, SAMPLE_NAME, SAMPLE_PRACTITIONERS, SAMPLE_SETTINGS } from './sample.ts'
import * as store from './store.ts'

export const setupToken = (secret: string) => derive(secret, 'link to set up', 32)
export const sampleToken = (secret: string) => derive(secret, 'link to the sample clinic', 32)
const samplePassword = (secret: string, email: string) => `sample-${derive(secret, `password of ${email}`, 8)}`

export interface SignedIn {
  readonly cookie: string
  readonly personId: string
}

export interface SetupService {
  /** Makes the organisation and signs its first administrator in. */
  setUp(body: SetupBody): Promise<SignedIn>
  /** The made-up clinic, made at the first call. */
  sample(token: string): Promise<SampleClinic>
  sampleSignIn(token: string, email: string): Promise<SignedIn>
}

export function openSetupService({ db, now, newId, secret }: Deps): SetupService {
  const ensureSampleToken = (token: string) => {
    if (!same(token, sampleToken(secret))) throw new Problem('setup/link-not-valid')
  }

  const makeSample = () =>
    db.transaction(async (tx) => {
      await store.lockSetup(tx)
      if (await store.organisationExists(tx, true)) return
      const organisationId = newId()
      await store.insertOrganisation(tx, organisationId, SAMPLE_NAME, true, now(), SAMPLE_SETTINGS)
      const areaIds: string[] = []
      for (const area of SAMPLE_AREAS) {
        const id = newId()
        areaIds.push(id)
        await store.insertServiceWithArea(tx, organisationId, { ...area, id, serviceId: newId() })
      }
      for (const person of SAMPLE_PRACTITIONERS) {
        const { name, title, email, organisationRole } = person
        const passwordHash = await hashPassword(samplePassword(secret, email))
        const row = { id: newId(), organisationId, name, title, email, organisationRole, passwordHash }
        await store.insertPerson(
          tx,
          row,
          person.areas.flatMap((index) => areaIds[index] ?? []),
        )
      }
    })

  return {
    async setUp(body) {
      if (!same(body.token, setupToken(secret))) throw new Problem('setup/link-not-valid')
      checkPassword(body.password, [body.name, body.email, body.organisationName])
      const passwordHash = await hashPassword(body.password)
      return db.transaction(async (tx) => {
        await store.lockSetup(tx)
        if (await store.organisationExists(tx, false)) throw new Problem('setup/already-done')
        const email = emailKey(body.email)
        if (await store.emailTaken(tx, email)) throw new Problem('setup/email-taken')
        const [organisationId, personId, areaId] = [newId(), newId(), newId()]
        setAuditSubject('organisation', organisationId)
        setAuditSubject('person', personId, 'setup.run')
        await store.insertOrganisation(tx, organisationId, body.organisationName.trim(), false, now())
        await store.insertServiceWithArea(tx, organisationId, {
          id: areaId,
          serviceId: newId(),
          serviceName: body.serviceName.trim(),
          name: body.areaName.trim(),
          about: '',
          own: {},
        })
        const name = body.name.trim()
        const person = {
          id: personId,
          organisationId,
          name,
          title: '',
          email,
          passwordHash,
          organisationRole: 'administrator' as const,
        }
        // Who sets up alone sees patients, too.
        await store.insertPerson(tx, person, [areaId])
        return { cookie: await startSession(tx, newId(), personId, now()), personId }
      })
    },
    async sample(token) {
      ensureSampleToken(token)
      await makeSample()
      const organisation = await store.sampleOrganisation(db)
      if (!organisation) throw new Problem('request/not-found')
      setAuditSubject('organisation', organisation.id)
      return {
        organisationName: organisation.name,
        areas: await store.sampleAreas(db, organisation.id),
        practitioners: SAMPLE_PRACTITIONERS.map(({ name, title, email, areas }) => ({
          name,
          title,
          email,
          password: samplePassword(secret, email),
          areas: areas.map((index) => SAMPLE_AREAS[index]?.name ?? ''),
        })),
      }
    },
    async sampleSignIn(token, email) {
      ensureSampleToken(token)
      const person = await store.samplePerson(db, emailKey(email))
      if (!person) throw new Problem('access/wrong-sign-in')
      setAuditSubject('person', person.id)
      return { cookie: await startSession(db, newId(), person.id, now()), personId: person.id }
    },
  }
}
