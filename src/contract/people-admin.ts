// What administrators say and see about the people of their organisation, and what one-time links say.
import { Type } from 'typebox'
import { PERSON_STATUSES } from '#domain/person'
import { OneOf } from './plan.ts'
import { OrganisationRoleName, ServiceRoleName } from './role.ts'
import { Filled, Id, Instant, Nullable, Password, Verbatim } from './shapes.ts'

export const PersonParams = Type.Object({ personId: Id })

export const Email = Type.String({ minLength: 3, maxLength: 254, pattern: '^\\s*[^@\\s<>]+@[^@\\s<>]+\\s*$' })
const Title = Type.String({ maxLength: 80 })

/**
 * What somebody does in a service; `areaIds` null: in every waiting area of it. `alias`: what its patients are told instead
 * of their name, the same with every role there; null: their name.
 */
export const Membership = Type.Object({
  serviceId: Id,
  role: ServiceRoleName,
  areaIds: Nullable(Type.Array(Id, { minItems: 1, maxItems: 200 })),
  alias: Type.Optional(Nullable(Type.String({ maxLength: 80 }))),
})
export type Membership = Type.Static<typeof Membership>

const Rights = {
  organisationRole: Nullable(OrganisationRoleName),
  memberships: Type.Array(Membership, { maxItems: 200 }),
}

export const InviteBody = Type.Object({ name: Filled(80), title: Title, email: Email, ...Rights })
export type InviteBody = Type.Static<typeof InviteBody>

/** `email`: of somebody who was invited and has not come; from then on it is theirs to change. */
export const PersonBody = Type.Object({ name: Filled(80), title: Title, email: Type.Optional(Email), ...Rights })
export type PersonBody = Type.Static<typeof PersonBody>

export const HandOverBody = Type.Object({ to: Id })

export const PersonView = Type.Object({
  id: Id,
  name: Type.String(),
  title: Type.String(),
  email: Type.String(),
  status: OneOf(PERSON_STATUSES),
  ...Rights,
  /** When an invitation that was sent runs out, or ran out; null for those who need none. */
  invitationEndsAt: Nullable(Instant),
  /** Visits that they have now. */
  holding: Type.Number(),
  /** Notes that they began and have not signed. */
  unsignedNotes: Type.Number(),
  /** Signs in by the organisation's own sign-in. */
  connected: Type.Boolean(),
  /** Whether they have an authenticator or a passkey. */
  secondFactor: Type.Boolean(),
  /** The reader. */
  you: Type.Boolean(),
})
export type PersonView = Type.Static<typeof PersonView>

export const PeopleView = Type.Object({
  /** In the order of their names. */
  people: Type.Array(PersonView),
  services: Type.Array(
    Type.Object({
      id: Id,
      name: Type.String(),
      areas: Type.Array(Type.Object({ id: Id, name: Type.String() })),
    }),
  ),
  /** Whether letters leave this server; else they wait in the outbox. */
  sends: Type.Boolean(),
  now: Instant,
})
export type PeopleView = Type.Static<typeof PeopleView>

/** The secret of a one-time link travels in the body, never in an address. */
export const LinkBody = Type.Object({ token: Verbatim({ minLength: 1, maxLength: 128 }) })

export const LinkView = Type.Object({
  kind: OneOf(['invitation', 'reset'] as const),
  name: Type.String(),
  email: Type.String(),
  organisationName: Type.String(),
  sample: Type.Boolean(),
})
export type LinkView = Type.Static<typeof LinkView>

export const LinkPasswordBody = Type.Object({
  ...LinkBody.properties,
  password: Password,
})

export const ResetBody = Type.Object({ email: Type.String({ minLength: 1, maxLength: 254 }) })
