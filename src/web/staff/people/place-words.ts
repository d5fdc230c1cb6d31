// What somebody is, in words: each role with its service, and with its areas where these are not all.
import type { PersonView } from '#contract/people-admin'
import { words } from '#text/people-admin'
import type { Service } from './rights.ts'

export function placesOf(person: PersonView, services: readonly Service[]): string[] {
  const whole = person.organisationRole ? [words.roles[person.organisationRole]] : []
  const parts = person.memberships.map(({ serviceId, role, areaIds, alias }) => {
    const service = services.find(({ id }) => id === serviceId)
    const plain = words.roleIn(words.roles[role], service?.name ?? '')
    const place = alias ? words.toldAs(plain, alias) : plain
    const some = service && areaIds && areaIds.length < service.areas.length ? areaIds : null
    const names = service?.areas.filter(({ id }) => some?.includes(id)).map(({ name }) => name)
    return some && names ? words.inAreas(place, names) : place
  })
  return [...whole, ...parts]
}
