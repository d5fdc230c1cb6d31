// What somebody's groups at the identity provider come to here, at each of their sign-ins: roles that follow them, and a
// person where there was none.
import { followGroups, type GroupRule, hasRoles, type Roles, rolesOfGroups } from '#domain/group-roles'
import { Problem } from '#domain/problem'
import type { Deps } from '../deps.ts'
import { setAuditSubject } from '../platform/audit/context.ts'
import type { Tx } from '../platform/db.ts'
import { publish } from '../platform/events.ts'
import { insertPerson, otherAdministrators, type PersonRow, personIn, updatePerson } from '../platform/person-rows.ts'
import { sessionIdsOf } from '../platform/session.ts'
import * as store from './group-store.ts'

/** What somebody's groups give; null where the organisation goes by no groups. */
export type Given = Roles | null

export interface GroupService {
  /** `groups` null: there are more than the provider tells. Throws `access/provider-too-many-groups` where they count. */
  given(tx: Tx, organisationId: string, groups: readonly string[] | null): Promise<Given>
  gives(given: Given): boolean
  makePerson(tx: Tx, organisationId: string, is: { email: string; name: string | null }): Promise<PersonRow>
  /** Their roles are what their groups give, beside what they were given by hand. */
  follow(tx: Tx, person: PersonRow, given: Given): Promise<void>
}

export function openGroupService({ newId, provider }: Pick<Deps, 'newId' | 'provider'>): GroupService {
  return {
    async given(tx, organisationId, groups) {
      if (!provider?.tellsGroups) return null
      const rules: GroupRule[] = await store.rulesOf(tx, organisationId)
      if (groups === null && rules.length > 0) throw new Problem('access/provider-too-many-groups')
      return rolesOfGroups(rules, groups ?? [])
    },
    gives: (given) => given !== null && hasRoles(given),
    async makePerson(tx, organisationId, { email, name }) {
      const id = newId()
      const called = name ?? email.split('@')[0] ?? email
      await insertPerson(tx, { id, organisationId, name: called, title: '', email, passwordHash: null })
      setAuditSubject('person', id, 'person.from-groups')
      const person = await personIn(tx, organisationId, id)
      if (!person) throw new Error('a person who was just made is not there')
      return person
    },
    async follow(tx, person, given) {
      if (given === null) return
      const held = { organisationRole: person.organisationRole, services: await store.servicesHeld(tx, person.id) }
      const before = await store.rolesByGroups(tx, person.id)
      const last = (await otherAdministrators(tx, person.organisationId, person.id)) === 0
      const followed = followGroups(held, before, given, last)
      await store.setRolesByGroups(tx, person.id, followed.fromGroups)
      const { organisationRole, add, remove } = followed
      if (organisationRole === person.organisationRole && add.length + remove.length === 0) return
      await updatePerson(tx, person.id, { organisationRole })
      await store.addRoles(tx, person.id, add)
      await store.removeRoles(tx, person.id, remove)
      setAuditSubject('person', person.id, 'rights.from-groups')
      await publish(tx, { kind: 'rights', sessionIds: await sessionIdsOf(tx, person.id) })
    },
  }
}
