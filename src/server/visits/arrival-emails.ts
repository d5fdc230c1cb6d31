// The letter that says that somebody has arrived: to those whom the area names, with nothing about whoever it is, and at
// most one in ten minutes for each area. In English, as other letters are.
import { typed } from '#domain/notification'
import type { Deps } from '../deps.ts'
import type { AreaInForce } from '../platform/area-settings.ts'
import type { Tx } from '../platform/db.ts'
import { queueEmail } from '../platform/notifications.ts'
import { claimAlert } from './store.ts'

const PAUSE_MS = 10 * 60 * 1000

export async function emailOnArrival(tx: Tx, deps: Deps, area: AreaInForce): Promise<void> {
  if (area.alerts.emails.length === 0) return
  const now = deps.now()
  const organisationId = await claimAlert(tx, area.id, now, new Date(now.getTime() - PAUSE_MS))
  if (!organisationId) return
  const name = typed(area.name)
  const subject = `Somebody is waiting: ${name}`
  const text = [
    `Somebody has arrived in the waiting area ${name}.`,
    `To see who it is, sign in: ${deps.publicUrl()}/staff`,
    'This letter says nothing about them on purpose. Others who arrive within ten minutes bring no further letter.',
  ].join('\n\n')
  for (const to of area.alerts.emails) await queueEmail(tx, deps, { organisationId, to, subject, text, link: null })
}
