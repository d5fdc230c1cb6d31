// The first start: setting up one's organisation by a one-time link, and the made-up clinic for trying.
// The links' secrets derive from the installation's, so that they can be printed at every start and stored nowhere.
import type { SampleClinic, SetupBody } from '#contract/people'
import { startOf, wallClock } from '#domain/appointment'
import { dateIn } from '#domain/area'
import { emailKey } from '#domain/person'
import { checkPassword } from '#domain/person-password'
import { Problem } from '#domain/problem'
import { MINUTE_MS } from '#domain/retention'
import { BEDSIDE_SETTINGS } from '#domain/settings'
import { dateAfter } from '#domain/week'
import type { Deps } from '../deps.ts'
import { setAuditSubject } from '../platform/audit/context.ts'
import type { Tx } from '../platform/db.ts'
import { hashPassword } from '../platform/passwords.ts'
import { patientKey } from '../platform/patient-key.ts'
import { derive, fingerprint, newSecret, same } from '../platform/secrets.ts'
import { startSession } from '../platform/session.ts'
import {
  SAMPLE_ANSWERS,
  SAMPLE_APPOINTMENTS,
  SAMPLE_AREAS,
  SAMPLE_CHECKLIST,
  SAMPLE_COMING,
  SAMPLE_FORMS,
  SAMPLE_NAME,
  SAMPLE_PRACTITIONERS,
  SAMPLE_SETTINGS,
} from './sample.ts'
import * as store from './store.ts'

export const setupToken = (secret: string) => derive(secret, 'link to set up', 32)
export const sampleToken = (secret: string) => derive(secret, 'link to the sample clinic', 32)
const samplePassword = (secret: string, email: string) => `sample-${derive(secret, `password of ${email}`, 8)}`

const FIVE_MS = 5 * MINUTE_MS

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

export function openSetupService({ db, now, newId, secret, seal }: Deps): SetupService {
  const ensureSampleToken = (token: string) => {
    if (!same(token, sampleToken(secret))) throw new Problem('setup/link-not-valid')
  }

  const makeSample = () =>
    db.transaction(async (tx) => {
      await store.lockSetup(tx)
      if (await store.organisationExists(tx, true)) return
      const organisationId = newId()
      await store.insertOrganisation(tx, organisationId, SAMPLE_NAME, true, now(), SAMPLE_SETTINGS)
      const [areaIds, personIds]: [string[], string[]] = [[], []]
      for (const area of SAMPLE_AREAS) {
        const id = newId()
        areaIds.push(id)
        await store.insertServiceWithArea(tx, organisationId, { ...area, id, serviceId: newId() })
      }
      await store.insertChecklist(tx, organisationId, SAMPLE_CHECKLIST.planId, SAMPLE_CHECKLIST.items)
      for (const person of SAMPLE_PRACTITIONERS) {
        const { name, title, email, organisationRole } = person
        const passwordHash = await hashPassword(samplePassword(secret, email))
        const row = { id: newId(), organisationId, name, title, email, organisationRole, passwordHash }
        await store.insertPerson(
          tx,
          row,
          person.areas.flatMap((index) => areaIds[index] ?? []),
        )
        personIds.push(row.id)
      }
      const appointmentIds: string[] = []
      for (const one of [...SAMPLE_APPOINTMENTS, ...SAMPLE_COMING]) {
        const practitionerId = one.person === null ? null : (personIds[one.person] ?? null)
        appointmentIds.push(await makeAppointment(tx, organisationId, one, areaIds[one.area] ?? '', practitionerId))
      }
      await askForms(tx, organisationId, appointmentIds[0] ?? '')
    })

  /** What is asked before appointments, and what the first patient has answered. */
  const askForms = async (tx: Tx, organisationId: string, appointmentId: string) => {
    for (const { questionnaireId: id, plans } of SAMPLE_FORMS)
      await store.insertQuestionnaire(tx, { organisationId, id, plans: [...plans], createdAt: now() })
    for (const [questionnaireId, answers] of Object.entries(SAMPLE_ANSWERS)) {
      const at = { askedAt: now(), savedAt: now(), doneAt: now() }
      await store.insertForm(tx, { id: newId(), organisationId, questionnaireId, appointmentId, answers, ...at })
    }
  }

  const makeAppointment = async (
    tx: Tx,
    organisationId: string,
    one: (typeof SAMPLE_APPOINTMENTS | typeof SAMPLE_COMING)[number],
    areaId: string,
    practitionerId: string | null,
  ) => {
    const [id, link] = [newId(), newSecret()]
    const { timeZone } = BEDSIDE_SETTINGS
    const { minutes, firstName, lastName, dateOfBirth, phone, reason } = one
    const startsAt =
      'inDays' in one
        ? startOf(dateAfter(dateIn(now().getTime(), timeZone), one.inDays), one.time, timeZone)
        : // On the clock's next five minutes, as appointments are.
          new Date(Math.ceil((now().getTime() + one.inMinutes * MINUTE_MS) / FIVE_MS) * FIVE_MS)
    const when = { localStart: wallClock(startsAt, timeZone), timeZone, startsAt, minutes }
    await store.insertAppointment(
      tx,
      {
        ...{ id, areaId, practitionerId, ...when, status: 'booked', statusAt: now(), createdAt: now() },
        patientKey: patientKey(secret, organisationId, one),
      },
      { appointmentId: id, firstName, lastName, dateOfBirth, phone, email: '', reason },
      { id: newId(), appointmentId: id, tokenHash: fingerprint(link), secret: seal.close(link), createdAt: now() },
    )
    return id
  }

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
