// A waiting area with the settings that are in force there: its own over its service's over its organisation's. Every slice
// reads them this way; writing them is the slice's of areas.
import { type SQL, sql } from 'drizzle-orm'
import type { PatientFacing } from '#contract/area'
import type { OpeningHours } from '#domain/area'
import {
  BEDSIDE_SETTINGS,
  hoursOf,
  inForce,
  type MessageSettings,
  type OwnSettings,
  type Settings,
} from '#domain/settings'
import { areas, organisations, services } from './schema.ts'

export type AreaRow = typeof areas.$inferSelect

/** For a query that joins services and organisations: what the three levels say, laid over each other. */
export const OWN_LAID_OVER = sql<OwnSettings>`(${organisations.own} || ${services.own} || ${areas.own})`

/** For the same: the plan of those for whom nobody chose another. */
export const AREA_PLAN_ID = sql<string>`coalesce(${areas.own}->>'planId', ${services.own}->>'planId', ${organisations.own}->>'planId', ${BEDSIDE_SETTINGS.planId})`

/** For the same: by whose dates its days are counted. */
export const AREA_TIME_ZONE = sql<string>`coalesce(${areas.own}->>'timeZone', ${services.own}->>'timeZone', ${organisations.own}->>'timeZone', ${BEDSIDE_SETTINGS.timeZone})`

/** Without what is written to patients of appointments: it is read when it is written. */
export type AreaInForce = Omit<AreaRow, 'own'> &
  Omit<Settings, keyof MessageSettings> & { readonly hours: OpeningHours }

/**
 * Each by its name, for it is made at every change for everyone who watches: of two spread objects V8 makes a shape of its
 * own each time, 14 kB of it among what is collected seldom (decision 0014).
 */
export function areaInForce(area: AreaRow, laidOver: OwnSettings): AreaInForce {
  const settings = inForce(laidOver)
  return {
    id: area.id,
    serviceId: area.serviceId,
    slug: area.slug,
    name: area.name,
    about: area.about,
    shortCode: area.shortCode,
    dropIn: area.dropIn,
    closedAt: area.closedAt,
    alertedAt: area.alertedAt,
    suspended: area.suspended,
    lateMinutes: area.lateMinutes,
    lateSetAt: area.lateSetAt,
    timeZone: settings.timeZone,
    openBlocks: settings.openBlocks,
    opensEarlyMinutes: settings.opensEarlyMinutes,
    bankHolidays: settings.bankHolidays,
    closedDates: settings.closedDates,
    fields: settings.fields,
    arrivalQuestions: settings.arrivalQuestions,
    consent: settings.consent,
    support: settings.support,
    staffSupport: settings.staffSupport,
    waitingMessages: settings.waitingMessages,
    waitingSound: settings.waitingSound,
    joinsByItself: settings.joinsByItself,
    recall: settings.recall,
    afterText: settings.afterText,
    feedback: settings.feedback,
    calendarNames: settings.calendarNames,
    afterLink: settings.afterLink,
    planId: settings.planId,
    alerts: settings.alerts,
    logoId: settings.logoId,
    listed: settings.listed,
    hours: hoursOf(settings),
  }
}

/** Whether the service has been closed, with all its areas, or the area alone: then it is not there for anybody. */
export const IS_KEPT: SQL = sql`${areas.closedAt} is null and ${services.closedAt} is null`

/** Where a logo is fetched from. */
export const logoPath = (logoId: string | null): string | null => (logoId ? `/api/open/logos/${logoId}` : null)

/** What patients are shown of the settings, from the door to the end. */
export function patientFacing(area: AreaInForce): PatientFacing {
  const { shortCode, logoId, support, waitingMessages, waitingSound, joinsByItself, recall } = area
  const messages = waitingMessages.map((message) => ({ ...message })).sort((a, b) => a.afterMinutes - b.afterMinutes)
  return {
    shortCode,
    logo: logoPath(logoId),
    support,
    waiting: { messages, sound: waitingSound, joinsByItself, recall },
  }
}

/** What they are shown once it is over. `byVideo`: the questions are about a video call. */
export const afterCall = ({ afterText, afterLink, feedback }: AreaInForce, byVideo: boolean) => ({
  ...{ afterText, afterLink },
  ...(feedback && byVideo ? { feedback } : {}),
})
