// Which settings an administrator sees: those of the whole organisation for its administrators; for a service's
// administrators those they may change, and what is handed down to them.
import type { AreaSettings, SettingsView } from '#contract/settings'
import { Problem } from '#domain/problem'
import { known } from '#domain/settings'
import type { Staff } from '../platform/caller.ts'
import type { Db } from '../platform/db.ts'
import * as store from './settings-store.ts'

export async function viewOf(db: Db, staff: Staff): Promise<SettingsView> {
  const organisation = await store.organisationById(db, staff.organisationId)
  if (!organisation) throw new Problem('request/not-found')
  const whole = staff.role === 'administrator'
  const kept = new Map(
    whole ? [] : (await store.servicesKept(db, staff.personId)).map(({ serviceId, areaIds }) => [serviceId, areaIds]),
  )
  const services = (await store.servicesOf(db, organisation.id)).filter(({ id }) => whole || kept.has(id))
  const areas = await store.areasOf(
    db,
    services.map(({ id }) => id),
  )
  const isKept = ({ id, serviceId }: store.AreaRow) => whole || (kept.get(serviceId)?.includes(id) ?? true)
  return {
    organisation: {
      name: organisation.name,
      detailsMinutes: organisation.detailsMinutes,
      signedNoteDays: organisation.signedNoteDays,
    },
    organisationOwn: known(organisation.own),
    mayChange: whole,
    services: services.map((service) => ({
      id: service.id,
      name: service.name,
      own: known(service.own),
      closedAt: service.closedAt?.getTime() ?? null,
      mayChange: whole || kept.get(service.id) === null,
      areas: areas.filter((area) => area.serviceId === service.id && isKept(area)).map(areaSettings),
    })),
  }
}

function areaSettings({ id, slug, shortCode, name, about, dropIn, own, closedAt }: store.AreaRow): AreaSettings {
  return { id, slug, shortCode, name, about, dropIn, own: known(own), closedAt: closedAt?.getTime() ?? null }
}
