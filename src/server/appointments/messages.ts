// Writing to the patient of an appointment: the right way, the newest link, at a time of day that wakes nobody. What was not
// delivered goes the next way; where there is none, somebody phones.
import { LATE_MS } from '#domain/appointment'
import { sendAt } from '#domain/quiet-hours'
import { TEMPLATE_KINDS, type TemplateKind } from '#domain/template'
import type { Deps } from '../deps.ts'
import type { Tx } from '../platform/db.ts'
import { publish } from '../platform/events.ts'
import { queueNotification } from '../platform/notifications.ts'
import { optedOut, optOutKey } from '../platform/opt-outs.ts'
import { calendarFile } from './calendar.ts'
import * as sent from './message-store.ts'
import { patientMessage } from './patient-text.ts'
import * as store from './store.ts'
import { type Way, waysTo } from './ways.ts'

/** A message that its carrier could not deliver. */
export interface Undelivered {
  readonly id: string
  readonly appointmentId: string
  readonly kind: string
  readonly channel: Way['channel']
}

export interface PatientMessages {
  /**
   * False where the patient can be reached in no way. `anyway`: a person chose to write to an address that wants nothing. Within the transaction that
   * gives rise to it.
   */
  write(tx: Tx, areaId: string, id: string, kind: TemplateKind, anyway?: boolean): Promise<boolean>
  /** The next way, if there is one. */
  undelivered(message: Undelivered): Promise<void>
}

/** With a file for the calendar: those that make, move or cancel its entry. */
const CALENDAR_KINDS: readonly TemplateKind[] = ['invitation', 'moved', 'cancelled']

/** What a message makes untrue of what is still on its way: what it leaves out, everything. */
const OVERTAKES: Partial<Record<TemplateKind, readonly TemplateKind[]>> = {
  'reminder-day': [],
  'reminder-hour': ['reminder-day'],
  late: ['late', 'on-time'],
  'on-time': ['late', 'on-time'],
}

export function openPatientMessages(deps: Deps): PatientMessages {
  const { db, now, seal, channels, publicUrl, secret: root } = deps

  const queue = async (
    tx: Tx,
    areaId: string,
    id: string,
    kind: TemplateKind,
    after: Undelivered | null,
    anyway: boolean,
  ) => {
    const { appointment, details } = await store.appointmentById(tx, areaId, id)
    if (!details) return false
    const ways = waysTo(details, channels)
    const left = ways.slice(after ? ways.findIndex(({ channel }) => channel === after.channel) + 1 : 0)
    const keyOf = ({ channel, to }: Way) => optOutKey(root, channel, to)
    const unwanted = anyway ? new Set() : await optedOut(tx, left.map(keyOf))
    const way = left.find((one) => !unwanted.has(keyOf(one)))
    if (!way) return false
    const { settings, ...area } = await store.areaFacts(tx, areaId)
    const { startsAt, timeZone, toldLateMinutes: lateMinutes } = appointment
    const { hasLink, ...text } = patientMessage(
      kind,
      way.channel,
      {
        ...{ organisation: area.organisationName, place: area.name, startsAt, timeZone, lateMinutes },
        ...{ phone: settings.support.phone, firstName: details.firstName },
      },
      settings,
    )
    const link = hasLink ? await sent.newestLink(tx, id) : null
    const secret = link?.secret && seal.open(link.secret)
    if (hasLink && !(link && secret)) return false
    await queueNotification(tx, deps, {
      ...{ kind, ...way, appointmentId: id, organisationId: area.organisationId },
      ...text,
      link:
        link && secret
          ? { url: `${publicUrl()}/v/${secret}`, endsAt: new Date(startsAt.getTime() + LATE_MS), aboutId: link.id }
          : null,
      ...(!CALENDAR_KINDS.includes(kind) || way.channel !== 'email'
        ? {}
        : { calendar: calendarFile({ appointment, organisationName: area.organisationName, now: now() }) }),
      notBefore: sendAt(now(), timeZone, startsAt),
      ...(after ? { insteadOfId: after.id } : {}),
    })
    if (link) await sent.setMailed(tx, link.id, now())
    return true
  }

  return {
    async write(tx, areaId, id, kind, anyway = false) {
      await sent.cancelQueued(tx, id, OVERTAKES[kind] ?? TEMPLATE_KINDS)
      return queue(tx, areaId, id, kind, null, anyway)
    },
    undelivered: (message) =>
      db.transaction(async (tx) => {
        const kind = TEMPLATE_KINDS.find((one) => one === message.kind)
        const areaId = await sent.areaOf(tx, message.appointmentId)
        if (!areaId) return
        if (kind && (await sent.isNewest(tx, message.appointmentId, message.id)))
          await queue(tx, areaId, message.appointmentId, kind, message, false)
        await publish(tx, { kind: 'appointments', areaId })
      }),
  }
}
