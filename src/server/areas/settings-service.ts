// Settings as administrators keep them: the values that the organisation, a service or an area sets itself, and which
// services and areas there are. A change takes effect at once, on open pages too.
import type { OrganisationSettingsBody } from '#contract/area'
import type { AreaBody, ChangeBody, SettingsView } from '#contract/settings'
import { Problem } from '#domain/problem'
import { changed, type OwnSettings } from '#domain/settings'
import { checkSettings } from '#domain/settings-check'
import type { Deps } from '../deps.ts'
import { freeCode, freeSlug } from '../platform/area-address.ts'
import { setAuditSubject } from '../platform/audit/context.ts'
import type { Staff } from '../platform/caller.ts'
import type { Tx } from '../platform/db.ts'
import { publish } from '../platform/events.ts'
import { lockOrganisation } from '../platform/person-rows.ts'
import { BUILT_IN } from '../platform/plans.ts'
import * as store from './settings-store.ts'
import { viewOf } from './settings-view.ts'

export type Place =
  | { readonly level: 'organisation' }
  | { readonly level: 'service'; readonly id: string }
  | { readonly level: 'area'; readonly id: string }

export interface SettingsService {
  view(staff: Staff): Promise<SettingsView>
  changeOrganisation(staff: Staff, body: OrganisationSettingsBody): Promise<SettingsView>
  renameService(staff: Staff, serviceId: string, name: string): Promise<SettingsView>
  changeArea(staff: Staff, areaId: string, body: AreaBody): Promise<SettingsView>
  /** What a place says for itself. Throws `settings/not-valid`, `area/hours-not-valid` or `plan/not-found`. */
  change(staff: Staff, place: Place, body: ChangeBody): Promise<SettingsView>
  addService(staff: Staff, name: string): Promise<SettingsView>
  addArea(staff: Staff, serviceId: string, name: string): Promise<SettingsView>
  /** Nobody arrives any more. Throws `area/not-empty` while somebody is inside. */
  close(staff: Staff, place: Place): Promise<SettingsView>
  reopen(staff: Staff, place: Place): Promise<SettingsView>
}

export function openSettingsService({ db, now, newId }: Deps): SettingsService {
  const view = (staff: Staff) => viewOf(db, staff)

  const changing = async (staff: Staff, work: (tx: Tx) => Promise<void>) => {
    await db.transaction(work)
    return view(staff)
  }

  const tell = async (tx: Tx, areaIds: readonly string[]) => {
    for (const areaId of areaIds) await publish(tx, { kind: 'area', areaId })
  }

  /** Who serves these areas sees others from now on. */
  const tellWhoServes = async (tx: Tx, areaIds: readonly string[]) => {
    const sessionIds = await store.sessionsServing(tx, areaIds)
    if (sessionIds.length > 0) await publish(tx, { kind: 'rights', sessionIds })
  }

  const areasIn = (tx: Tx, staff: Staff, place: Place): Promise<string[]> => {
    if (place.level === 'area') return Promise.resolve([place.id])
    return store.keptAreaIds(
      tx,
      place.level === 'service' ? { serviceId: place.id } : { organisationId: staff.organisationId },
    )
  }

  const ensureTheirs = async (tx: Tx, staff: Staff, { planId, logoId }: OwnSettings) => {
    if (planId && !BUILT_IN.has(planId) && !(await store.hasPlan(tx, staff.organisationId, planId)))
      throw new Problem('plan/not-found')
    if (logoId && !(await store.hasLogo(tx, staff.organisationId, logoId)))
      throw new Problem('settings/not-valid', { field: 'logoId' })
  }

  const setClosed = (staff: Staff, place: Place, closedAt: Date | null) =>
    changing(staff, async (tx) => {
      const areaIds = await areasIn(tx, staff, place)
      for (const areaId of areaIds) await store.lockArea(tx, areaId)
      const people = closedAt ? await store.inside(tx, areaIds) : 0
      if (people > 0) throw new Problem('area/not-empty', { people })
      if (place.level === 'service') await store.updateService(tx, place.id, { closedAt })
      if (place.level === 'area') await store.updateArea(tx, place.id, { closedAt })
      await tellWhoServes(tx, areaIds)
    })

  return {
    view,
    changeOrganisation: (staff, body) =>
      changing(staff, async (tx) => {
        await store.updateOrganisation(tx, staff.organisationId, body)
        await tell(tx, await areasIn(tx, staff, { level: 'organisation' }))
      }),
    renameService: (staff, serviceId, name) =>
      changing(staff, async (tx) => {
        await store.updateService(tx, serviceId, { name: name.trim() })
        await tell(tx, await areasIn(tx, staff, { level: 'service', id: serviceId }))
      }),
    changeArea: (staff, areaId, { name, about, dropIn }) =>
      changing(staff, async (tx) => {
        await store.updateArea(tx, areaId, { name: name.trim(), about, dropIn })
        await tell(tx, [areaId])
      }),
    change: (staff, place, { set, giveBack }) =>
      changing(staff, async (tx) => {
        checkSettings(set)
        await ensureTheirs(tx, staff, set)
        const after = (row: { own: OwnSettings } | null) => ({ own: changed(row?.own ?? {}, set, giveBack) })
        if (place.level === 'organisation') {
          const row = await lockOrganisation(tx, staff.organisationId)
          await store.updateOrganisation(tx, staff.organisationId, after(row))
        } else if (place.level === 'service') {
          await store.updateService(tx, place.id, after(await store.lockService(tx, place.id)))
        } else await store.updateArea(tx, place.id, after(await store.lockArea(tx, place.id)))
        await tell(tx, await areasIn(tx, staff, place))
      }),
    addService: (staff, name) =>
      changing(staff, async (tx) => {
        const id = newId()
        setAuditSubject('service', id)
        await store.insertService(tx, { id, organisationId: staff.organisationId, name: name.trim() })
      }),
    addArea: (staff, serviceId, name) =>
      changing(staff, async (tx) => {
        await store.lockAddresses(tx)
        const [id, slug, shortCode] = [newId(), await freeSlug(tx, name), await freeCode(tx)]
        setAuditSubject('area', id)
        await store.insertArea(tx, { id, serviceId, slug, shortCode, name: name.trim(), about: '' })
        await tellWhoServes(tx, [id])
      }),
    close: (staff, place) => setClosed(staff, place, now()),
    reopen: (staff, place) => setClosed(staff, place, null),
  }
}
