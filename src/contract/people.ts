// What is said about members of staff, their sign-ins, and the first set-up.
import { Type } from 'typebox'
import { OpenBreakGlass } from './break-glass.ts'
import { EquipmentFindings } from './equipment.ts'
import { RoleName, ServiceRoleName } from './role.ts'
import { Filled, Id, Instant, Nullable, Password, Verbatim } from './shapes.ts'
import { NewDevice } from './sign-ins.ts'

export const SignInBody = Type.Object({
  email: Type.String({ minLength: 1, maxLength: 254 }),
  password: Password,
})

export const Me = Type.Object({
  personId: Id,
  name: Type.String(),
  title: Type.String(),
  email: Type.String(),
  /** What they are called by: the first of `roles` by rank; null when they have none yet. */
  role: Nullable(RoleName),
  /** All that they are, somewhere: for the organisation, or in a service. */
  roles: Type.Array(RoleName),
  organisationName: Type.String(),
  sample: Type.Boolean(),
  /** Sign-ins of this person that are open now, this one included. */
  openSessions: Type.Number(),
  /** Minutes without keys, pointer or touch after which the pages lock. */
  idleMinutes: Type.Number(),
  /** Browsers that were first used since this one last knew of all. */
  newDevices: Type.Array(NewDevice),
  /** Nothing but setting up a second factor answers at this sign-in. */
  mustEnrol: Type.Boolean(),
  /** What their own equipment was found to be last, on whichever machine that was. */
  equipment: Nullable(EquipmentFindings),
  /** What is open to them by break-glass now. */
  glass: Type.Array(OpenBreakGlass),
  areas: Type.Array(
    Type.Object({
      id: Id,
      slug: Type.String(),
      name: Type.String(),
      serviceName: Type.String(),
      /** Where staff there look for help; empty where nobody said. */
      staffSupport: Type.String(),
      roles: Type.Array(ServiceRoleName),
    }),
  ),
})
export type Me = Type.Static<typeof Me>

/** The one-time link's secret travels in the body, never in an address. */
export const SetupToken = Type.Object({ token: Verbatim({ minLength: 1, maxLength: 128 }) })

export const SetupBody = Type.Object({
  ...SetupToken.properties,
  organisationName: Filled(80),
  name: Filled(80),
  email: Type.String({ minLength: 3, maxLength: 254, pattern: '^\\s*[^@\\s]+@[^@\\s]+\\s*$' }),
  password: Password,
  serviceName: Filled(80),
  areaName: Filled(80),
})
export type SetupBody = Type.Static<typeof SetupBody>

/** The made-up clinic with the sign-ins of its practitioners: for trying, never for patients. */
export const SampleClinic = Type.Object({
  organisationName: Type.String(),
  areas: Type.Array(Type.Object({ slug: Type.String(), name: Type.String(), serviceName: Type.String() })),
  practitioners: Type.Array(
    Type.Object({
      name: Type.String(),
      title: Type.String(),
      email: Type.String(),
      password: Type.String(),
      areas: Type.Array(Type.String()),
    }),
  ),
})
export type SampleClinic = Type.Static<typeof SampleClinic>

/** What goes with the sample clinic, for whoever may remove it; null: there is none beside their organisation. */
export const SampleRemoval = Type.Object({
  sample: Type.Union([
    Type.Object({
      name: Type.String(),
      areas: Type.Integer(),
      people: Type.Integer(),
      visits: Type.Integer(),
      notes: Type.Integer(),
    }),
    Type.Null(),
  ]),
})
export type SampleRemoval = Type.Static<typeof SampleRemoval>

/** Names what goes, so that nothing else can. */
export const SampleRemovalBody = Type.Object({ name: Type.String({ maxLength: 80 }) })

/** What the first page needs to know: is there anything here yet? */
export const InstanceView = Type.Object({
  setUp: Type.Boolean(),
  organisations: Type.Array(
    Type.Object({
      name: Type.String(),
      sample: Type.Boolean(),
      areas: Type.Array(Type.Object({ slug: Type.String(), name: Type.String() })),
    }),
  ),
  now: Instant,
})
export type InstanceView = Type.Static<typeof InstanceView>
