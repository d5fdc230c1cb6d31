// Waiting areas: the door as patients see it, and the notices staff put up. Their settings stand in settings-service.
import type { AreaWelcome, CheckWelcome, SuspendBody } from '#contract/area'
import type { InstanceView } from '#contract/people'
import { doorsOpenAt, openness } from '#domain/area'
import { Problem } from '#domain/problem'
import { BEDSIDE_SETTINGS } from '#domain/settings'
import type { Deps } from '../deps.ts'
import { type AreaRow, patientFacing } from '../platform/area-settings.ts'
import type { Staff } from '../platform/caller.ts'
import type { Tx } from '../platform/db.ts'
import { publish } from '../platform/events.ts'
import { planView } from '../platform/plans.ts'
import * as store from './store.ts'

export interface AreaService {
  /** Throws `area/not-found`. */
  welcome(slug: string): Promise<AreaWelcome>
  instance(): Promise<InstanceView>
  /** For the practice page: one's own organisation, or the sample where there is no other; the first number of its areas. */
  check(): Promise<CheckWelcome>
  setLate(areaId: string, minutes: number | null): Promise<void>
  suspend(areaId: string, staff: Staff, suspended: SuspendBody['suspended']): Promise<void>
}

/** `onLate`: with the same transaction, others tell those who are expected. */
export function openAreaService(
  { db, now }: Deps,
  onLate: (tx: Tx, areaId: string, minutes: number | null) => Promise<void> = async () => {},
): AreaService {
  const change = (areaId: string, row: Partial<AreaRow>, work: (tx: Tx) => Promise<void> = async () => {}) =>
    db.transaction(async (tx) => {
      await store.updateArea(tx, areaId, row)
      await work(tx)
      await publish(tx, { kind: 'area', areaId })
    })

  return {
    async welcome(slug) {
      const row = await store.areaBySlug(db, slug)
      if (!row) throw new Problem('area/not-found')
      const { area, serviceName, organisation, plan } = row
      const open = openness(area.hours, area.suspended, now())
      return {
        areaId: area.id,
        slug: area.slug,
        name: area.name,
        serviceName,
        organisationName: organisation.name,
        sample: organisation.sample,
        about: area.about,
        consent: area.consent,
        ...patientFacing(area),
        fields: area.fields,
        questions: area.arrivalQuestions.map((question) => ({ ...question })),
        openBlocks: area.openBlocks.map((block) => ({ ...block })),
        plan: planView(area.planId, plan),
        openness:
          open.state === 'closed'
            ? {
                state: 'closed',
                opensAt: open.opensAt?.getTime() ?? null,
                doorsOpenAt: open.opensAt && doorsOpenAt(area.hours, open.opensAt).getTime(),
                timeZone: area.hours.timeZone,
              }
            : open,
        now: now().getTime(),
      }
    },
    async instance() {
      const organisations = new Map<string, InstanceView['organisations'][number]>()
      for (const { area, organisation } of await store.allAreas(db)) {
        const entry = organisations.get(organisation.id) ?? {
          name: organisation.name,
          sample: organisation.sample,
          areas: [],
        }
        if (area.listed) entry.areas.push({ slug: area.slug, name: area.name })
        organisations.set(organisation.id, entry)
      }
      const all = [...organisations.values()]
      return { setUp: all.some((one) => !one.sample), organisations: all, now: now().getTime() }
    },
    async check() {
      const all = await store.allAreas(db)
      const organisation = all[0]?.organisation
      const theirs = all.filter((row) => row.organisation.id === organisation?.id)
      return {
        organisationName: organisation?.name ?? '',
        sample: organisation?.sample ?? false,
        support: theirs.find(({ area }) => area.support.phone || area.support.email)?.area.support ?? NO_SUPPORT,
        now: now().getTime(),
      }
    },
    setLate: (areaId, minutes) =>
      change(areaId, { lateMinutes: minutes, lateSetAt: now() }, (tx) => onLate(tx, areaId, minutes)),
    suspend: (areaId, staff, suspended) =>
      change(areaId, { suspended: suspended ? { ...suspended, byName: staff.name } : null }),
  }
}

const NO_SUPPORT = BEDSIDE_SETTINGS.support
