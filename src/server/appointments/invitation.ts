// A patient's personal link: the check by date of birth, the device it belongs to from then on, and coming in. A wrong link
// and a wrong date of birth take the same path and get the same answer.
import type { ArriveInvitedBody, InvitationPage, InvitationView } from '#contract/appointment'
import type { PatientView } from '#contract/visit'
import { EARLY_MS, MOST_BIRTH_DATES, nextStatus, openingOf } from '#domain/appointment'
import { phoneOf } from '#domain/arrival'
import { isoDate } from '#domain/birth-date'
import { Problem } from '#domain/problem'
import type { Deps } from '../deps.ts'
import type { AreaInForce } from '../platform/area-settings.ts'
import { clearAttempts, countAttempt, guessesAtInvitation } from '../platform/attempts.ts'
import { setAuditSubject } from '../platform/audit/context.ts'
import type { Tx } from '../platform/db.ts'
import { publish } from '../platform/events.ts'
import { planView } from '../platform/plans.ts'
import type { StoredTalk } from '../platform/said-names.ts'
import { fingerprint, newSecret, same } from '../platform/secrets.ts'
import * as store from './invitation-store.ts'
import { ownPreparation } from './preparation.ts'

/** A visit as it is made from an appointment. */
export interface InvitedArrival {
  readonly area: AreaInForce
  readonly details: { firstName: string; lastName: string; dateOfBirth: string; phone: string }
  readonly appointmentAt: Date
  readonly planId: string | null
  /** What was said of devices before the day. */
  readonly talk: StoredTalk | null
  /** What they would like to ask: their first message. */
  readonly questions: string
  readonly picture: ArriveInvitedBody['picture']
  readonly sound: ArriveInvitedBody['sound']
  readonly phoneMe: boolean
  readonly cannotTalk?: boolean | undefined
  readonly usesText?: boolean | undefined
}

/** What visits do for who comes by a personal link. */
export interface Arrivals {
  /** Makes the visit; `cookie` is the secret that this device keeps. */
  arriveInvited(tx: Tx, arrival: InvitedArrival): Promise<{ visitId: string; cookie: string }>
  /** A new way back to a visit that goes on; throws `visit/already-ended`. */
  comeAgain(tx: Tx, visitId: string): Promise<{ visitId: string; cookie: string }>
  view(visitId: string): Promise<PatientView>
}

export interface Invitations {
  /** What the page carries before any check; it opens nothing. */
  page(secret: string): Promise<InvitationPage>
  /** `device`: what this browser was given when it passed a check. Gives the secret to keep where it was given none. */
  open(
    secret: string,
    dateOfBirth: string | undefined,
    device: string | undefined,
  ): Promise<{ view: InvitationView; device: string }>
  /** Of a link that this device has opened. */
  appointmentOf(secret: string, device: string | undefined): Promise<string>
  arrive(body: ArriveInvitedBody, device: string | undefined): Promise<{ view: PatientView; cookie: string }>
}

export function openInvitations(deps: Deps, arrivals: Arrivals): Invitations {
  const { db, now } = deps

  /** Throws unless this device passed the check of this link. */
  const ensureOpened = (found: store.Found | null, device: string | undefined): store.Found => {
    const known = found?.link.deviceHash && device && same(found.link.deviceHash, fingerprint(device))
    if (!found || !known || !found.details) throw new Problem('invitation/not-opened')
    if (found.link.replacedAt) throw new Problem('invitation/replaced')
    return found
  }

  const viewOf = ({
    appointment,
    details,
    area,
    practitionerName,
    practitionerTitle,
    planId,
    plan,
    preparation,
    steps,
    organisationName,
    visitStatus,
  }: store.Found): InvitationView => ({
    state: openingOf(appointment, visitStatus === 'ended', now()),
    firstName: details?.firstName ?? '',
    lastName: details?.lastName ?? '',
    dateOfBirth: details?.dateOfBirth ?? '',
    phone: details?.phone ?? '',
    startsAt: appointment.startsAt.getTime(),
    minutes: appointment.minutes,
    timeZone: appointment.timeZone,
    opensAt: appointment.startsAt.getTime() - EARLY_MS,
    practitionerName,
    practitionerTitle: practitionerTitle ?? '',
    plan: planView(planId, plan),
    preparation: ownPreparation(preparation, steps),
    organisationName,
    areaName: area.name,
    slug: area.slug,
    consent: area.consent,
    visitId: appointment.visitId,
    now: now().getTime(),
  })

  return {
    async page(secret) {
      const found = await store.invitationBy(db, fingerprint(secret))
      if (found) {
        const { organisationName, sample, area, link } = found
        return { organisationName, sample, phone: area.support.phone, replaced: link.replacedAt !== null }
      }
      const own = await store.ownOrganisation(db)
      return { organisationName: '', sample: false, phone: '', ...own, replaced: false }
    },
    async open(secret, dateOfBirth, device) {
      const tokenHash = fingerprint(secret)
      if (dateOfBirth === undefined) {
        const found = ensureOpened(await store.invitationBy(db, tokenHash), device)
        setAuditSubject('appointment', found.appointment.id)
        return { view: viewOf(found), device: device ?? '' }
      }
      const guesses = guessesAtInvitation(secret)
      await countAttempt(db, guesses, now, MOST_BIRTH_DATES)
      const found = await store.invitationBy(db, tokenHash)
      const right = same(found?.details?.dateOfBirth ?? '', isoDate(dateOfBirth) ?? 'none')
      if (found) setAuditSubject('appointment', found.appointment.id)
      if (found?.link.replacedAt) throw new Problem('invitation/replaced')
      const { deviceHash } = found?.link ?? {}
      // Whatever date was typed: nobody learns on a second device whether it was right.
      if (deviceHash && !(device && same(deviceHash, fingerprint(device)))) throw new Problem('invitation/other-device')
      if (!found || !right) throw new Problem('invitation/not-opened')
      await clearAttempts(db, guesses)
      const kept = device ?? newSecret()
      if (!deviceHash)
        await db.transaction(async (tx) => {
          if (!(await store.bindLink(tx, found.link.id, fingerprint(kept), now())))
            throw new Problem('invitation/other-device')
          await publish(tx, { kind: 'appointments', areaId: found.appointment.areaId })
        })
      return { view: viewOf(found), device: kept }
    },
    async appointmentOf(secret, device) {
      const { appointment } = ensureOpened(await store.invitationBy(db, fingerprint(secret)), device)
      setAuditSubject('appointment', appointment.id)
      return appointment.id
    },
    async arrive(body, device) {
      const tokenHash = fingerprint(body.secret)
      const { appointment } = ensureOpened(await store.invitationBy(db, tokenHash), device)
      const { visitId, cookie } = await db.transaction(async (tx) => {
        await store.lockById(tx, appointment.id)
        // As it is once nobody else changes it.
        const found = ensureOpened(await store.invitationBy(tx, tokenHash), device)
        if (found.appointment.visitId) return arrivals.comeAgain(tx, found.appointment.visitId)
        return arriveFirst(tx, found, body)
      })
      setAuditSubject('visit', visitId)
      return { view: await arrivals.view(visitId), cookie }
    },
  }

  async function arriveFirst(
    tx: Tx,
    { appointment, details, area, preparation }: store.Found,
    body: ArriveInvitedBody,
  ) {
    const opening = openingOf(appointment, false, now())
    if (opening === 'early') throw new Problem('invitation/too-early')
    if (opening !== 'open' || !details) throw new Problem('invitation/over')
    nextStatus(appointment.status, 'arrive')
    if (area.suspended) throw new Problem('area/suspended')
    if (area.consent && !body.consent) throw new Problem('arrival/consent-needed')
    const { firstName, lastName, dateOfBirth } = details
    const phone = details.phone || phoneOf(body.phone, 'optional')
    const { picture, sound, phoneMe, cannotTalk, usesText } = body
    const { startsAt: appointmentAt, planId } = appointment
    const made = await arrivals.arriveInvited(tx, {
      ...{ area, appointmentAt, planId, picture, sound, phoneMe, cannotTalk, usesText },
      ...{ talk: preparation?.talk ?? null, questions: preparation?.questions ?? '' },
      details: { firstName, lastName, dateOfBirth, phone },
    })
    await store.handOverFiles(tx, appointment.id, made.visitId)
    await store.setArrived(tx, appointment.id, made.visitId, now())
    await publish(tx, { kind: 'appointments', areaId: appointment.areaId })
    return made
  }
}
