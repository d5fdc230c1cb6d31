// An organisation's people, as its administrators keep them: inviting, changing what somebody is, deactivating. Whatever
// changes is true at once, on the pages that are open, too.
import type { InviteBody, Membership, PeopleView, PersonBody } from '#contract/people-admin'
import type { OrganisationRole } from '#domain/permission'
import { emailKey } from '#domain/person'
import { Problem } from '#domain/problem'
import type { Deps } from '../deps.ts'
import { setAuditSubject } from '../platform/audit/context.ts'
import { endCalendarFeed } from '../platform/calendar-feeds.ts'
import type { Staff } from '../platform/caller.ts'
import type { Tx } from '../platform/db.ts'
import { distrustDevices } from '../platform/device.ts'
import { publish } from '../platform/events.ts'
import {
  insertPerson,
  lockOrganisation,
  otherAdministrators,
  type PersonRow,
  personIn,
  updatePerson,
} from '../platform/person-rows.ts'
import { deleteSessions, sessionIdsOf } from '../platform/session.ts'
import * as store from './directory-store.ts'
import type { LinkService } from './links-service.ts'

export interface DirectoryService {
  view(staff: Staff): Promise<PeopleView>
  /** Throws `person/email-taken` or `person/role-not-valid`. */
  invite(staff: Staff, body: InviteBody): Promise<void>
  /** A new link; the old one ends. Throws `person/not-invited`. */
  inviteAgain(staff: Staff, personId: string): Promise<void>
  /** As if somebody had never been invited. Throws `person/not-invited`. */
  withdraw(staff: Staff, personId: string): Promise<void>
  /**
   * Throws `person/role-not-valid`, `person/not-yourself` or `person/last-administrator`; for another e-mail address
   * `person/email-taken`, or `person/not-invited` of somebody who has come.
   */
  change(staff: Staff, personId: string, body: PersonBody): Promise<void>
  /** Their sign-ins end at once, and a visit they have waits again. */
  deactivate(staff: Staff, personId: string): Promise<void>
  reactivate(staff: Staff, personId: string): Promise<void>
  /** Who they are at the identity provider counts no more: their next sign-in there begins anew. */
  disconnect(staff: Staff, personId: string): Promise<void>
  /** Unsigned notes of somebody deactivated go to a practitioner of the same areas. */
  handOver(staff: Staff, personId: string, to: string): Promise<void>
}

export function openDirectoryService({ db, channels, now, newId }: Deps, links: LinkService): DirectoryService {
  /** One change at a time; `person` is theirs to change. Throws `person/not-found`. */
  const changing = <T>(staff: Staff, personId: string, work: (tx: Tx, person: PersonRow, of: Of) => Promise<T>) =>
    db.transaction(async (tx) => {
      const organisation = await lock(tx, staff)
      const person = await personIn(tx, staff.organisationId, personId)
      if (!person) throw new Problem('person/not-found')
      return work(tx, person, { name: staff.name, organisation: organisation.name })
    })

  const ensureAnotherAdministrator = async (tx: Tx, person: PersonRow) => {
    if (person.organisationRole !== 'administrator' || person.status !== 'active') return
    if ((await otherAdministrators(tx, person.organisationId, person.id)) === 0)
      throw new Problem('person/last-administrator')
  }

  /** A mistyped address: the link that was sent there opens nothing any more, and another goes to the right one. */
  const correctEmail = async (tx: Tx, person: PersonRow, email: string, of: Of) => {
    if (person.status !== 'invited') throw new Problem('person/not-invited')
    if (await store.emailTaken(tx, email)) throw new Problem('person/email-taken')
    await links.takeBack(tx, person.id)
    await updatePerson(tx, person.id, { email })
    await links.invite(tx, { ...person, email }, of)
  }

  return {
    async view(staff) {
      const [rows, all, services] = await Promise.all([
        store.peopleOf(db, staff.organisationId),
        store.membershipsOf(db, staff.organisationId),
        store.servicesOf(db, staff.organisationId),
      ])
      const people = rows.map(({ person, invitationEndsAt, holding, unsigned, connected, secondFactor }) => {
        const { id, name, title, email, status, organisationRole } = person
        const memberships = all
          .filter(({ personId }) => personId === id)
          .map(({ membership: { serviceId, role, areaIds, alias } }) => ({ serviceId, role, areaIds, alias }))
        return {
          ...{ id, name, title, email, status, organisationRole, memberships, holding, unsignedNotes: unsigned },
          invitationEndsAt: status === 'invited' ? (invitationEndsAt?.getTime() ?? null) : null,
          connected,
          secondFactor,
          you: id === staff.personId,
        }
      })
      return { people, services, sends: channels.email.sends, now: now().getTime() }
    },
    async invite(staff, body) {
      await db.transaction(async (tx) => {
        const organisation = await lock(tx, staff)
        await ensureRights(tx, staff, body)
        const email = emailKey(body.email)
        if (await store.emailTaken(tx, email)) throw new Problem('person/email-taken')
        const { organisationId } = staff
        const person = { id: newId(), organisationId, name: body.name.trim(), title: body.title.trim(), email }
        setAuditSubject('person', person.id)
        const { organisationRole } = body
        await insertPerson(tx, { ...person, organisationRole, passwordHash: null, status: 'invited' })
        await store.setMemberships(tx, person.id, body.memberships)
        await links.invite(tx, person, { name: staff.name, organisation: organisation.name })
      })
    },
    inviteAgain: (staff, personId) =>
      changing(staff, personId, async (tx, person, of) => {
        if (person.status !== 'invited') throw new Problem('person/not-invited')
        await links.invite(tx, person, of)
      }),
    withdraw: (staff, personId) =>
      changing(staff, personId, async (tx, person) => {
        if (person.status !== 'invited') throw new Problem('person/not-invited')
        await links.takeBack(tx, personId)
        await store.deletePerson(tx, personId)
      }),
    change: (staff, personId, body) =>
      changing(staff, personId, async (tx, person, of) => {
        await ensureRights(tx, staff, body)
        const { organisationRole } = body
        if (organisationRole !== 'administrator') {
          if (person.id === staff.personId) throw new Problem('person/not-yourself')
          await ensureAnotherAdministrator(tx, person)
        }
        await updatePerson(tx, personId, { name: body.name.trim(), title: body.title.trim(), organisationRole })
        const email = body.email === undefined ? person.email : emailKey(body.email)
        if (email !== person.email) await correctEmail(tx, person, email, of)
        await store.setMemberships(tx, personId, body.memberships)
        await store.renewSessions(tx, personId)
        await store.tellAliases(tx, personId)
        await publish(tx, { kind: 'rights', sessionIds: await sessionIdsOf(tx, personId) })
      }),
    deactivate: (staff, personId) =>
      changing(staff, personId, async (tx, person) => {
        if (personId === staff.personId) throw new Problem('person/not-yourself')
        if (person.status === 'deactivated') return
        await ensureAnotherAdministrator(tx, person)
        await updatePerson(tx, personId, { status: 'deactivated' })
        await links.takeBack(tx, personId)
        await distrustDevices(tx, personId)
        await endCalendarFeed(tx, personId)
        const sessionIds = await deleteSessions(tx, personId, null)
        if (sessionIds.length > 0) await publish(tx, { kind: 'session-ended', sessionIds })
        await publish(tx, { kind: 'rights', sessionIds: [] })
      }),
    reactivate: (staff, personId) =>
      changing(staff, personId, async (tx, person, of) => {
        if (person.status !== 'deactivated') return
        const everHere = person.passwordHash !== null || (await store.hasIdentity(tx, personId))
        const status = everHere ? 'active' : 'invited'
        await updatePerson(tx, personId, { status })
        if (status === 'invited') await links.invite(tx, person, of)
      }),
    disconnect: (staff, personId) =>
      changing(staff, personId, async (tx) => {
        const sessionIds = await store.forgetIdentities(tx, personId)
        if (sessionIds.length > 0) await publish(tx, { kind: 'session-ended', sessionIds })
      }),
    handOver: (staff, personId, to) =>
      changing(staff, personId, async (tx, person) => {
        const colleague = await personIn(tx, staff.organisationId, to)
        if (person.status !== 'deactivated' || colleague?.status !== 'active') throw new Problem('person/not-found')
        setAuditSubject('person', to, 'people.write')
        for (const id of await store.handOverNotes(tx, personId, to)) setAuditSubject('note', id, 'people.write')
      }),
  }
}

/** Who invites, and for whom. */
interface Of {
  readonly name: string
  readonly organisation: string
}

async function lock(tx: Tx, staff: Staff) {
  const organisation = await lockOrganisation(tx, staff.organisationId)
  if (!organisation) throw new Problem('request/not-found')
  return organisation
}

interface RightsBody {
  readonly organisationRole: OrganisationRole | null
  readonly memberships: readonly Membership[]
}

/** Services and areas are the organisation's own, each role stands once, and who audits does nothing else. */
async function ensureRights(tx: Tx, staff: Staff, { organisationRole, memberships }: RightsBody): Promise<void> {
  const services = new Map((await store.servicesOf(tx, staff.organisationId)).map((one) => [one.id, one]))
  const fit = memberships.every(({ serviceId, areaIds }) => {
    const areas = services.get(serviceId)?.areas.map(({ id }) => id)
    return areas !== undefined && (areaIds ?? []).every((id) => areas.includes(id))
  })
  const once = new Set(memberships.map(({ serviceId, role }) => `${serviceId} ${role}`)).size === memberships.length
  const audits = organisationRole === 'auditor' && memberships.length > 0
  if (!fit || !once || audits) throw new Problem('person/role-not-valid')
}
