// The people of a story, each with a browser: made through the product's own doors where it has one, through SQL where
// it has none yet (a second service, colleagues). Patients' details are like nobody else's, so that a trace can be found.
import { randomBytes, randomUUID } from 'node:crypto'
import type { Me } from '#contract/people'
import type { ArriveBody, PatientView } from '#contract/visit'
import type { OrganisationRole, ServiceRole } from '#domain/permission'
import { CODE_LENGTH, shortCode } from '#domain/short-code'
import { SESSION_COOKIE } from '../src/server/platform/caller.ts'
import { hashPassword } from '../src/server/platform/passwords.ts'
import { sampleToken, setupToken } from '../src/server/setup/service.ts'
import { type Browser, openBrowser } from './browser.ts'
import type { Page, PageSettings } from './page.ts'
import type { TestServer } from './server.ts'

export const PASSWORD = 'three random words'

export interface Area {
  readonly id: string
  readonly slug: string
}

export interface Person extends Browser {
  socket(settings?: PageSettings): Promise<Page>
}

export interface PatientPerson extends Person {
  readonly visitId: string
  readonly typed: ArriveBody
  readonly view: PatientView
  /** What tells strangers who this is: names, birth date, phone. */
  readonly traces: readonly string[]
}

export interface StaffPerson extends Person {
  readonly me: Me
}

export function guest(server: TestServer): Person {
  const browser = openBrowser(server)
  return { ...browser, socket: (settings) => browser.connect('patient', settings) }
}

let patients = 0

/** What the next patient types at a door that asks for everything. */
export function nextArrival(change: Partial<ArriveBody> = {}): ArriveBody {
  patients += 1
  const letters = [...String(patients)].map((digit) => 'qwxzjkvyfp'[Number(digit)]).join('')
  return {
    firstName: `Zeph${letters}`,
    lastName: `Quill${letters}`,
    dateOfBirth: `19${31 + (patients % 60)}-07-19`,
    phone: `01632 96${String(1000 + patients)}`,
    consent: true,
    picture: 'works',
    sound: 'works',
    phoneMe: false,
    ...change,
  }
}

/** A patient who has arrived in `area`. Their page is not open yet. */
export async function patient(server: TestServer, area: Area, change?: Partial<ArriveBody>): Promise<PatientPerson> {
  const browser = openBrowser(server)
  const typed = nextArrival(change)
  const reply = await browser.call<PatientView>('POST', `/api/open/areas/${area.slug}/visits`, typed)
  if (reply.status !== 200) throw new Error(`did not arrive: ${reply.text}`)
  return {
    ...browser,
    socket: (settings) => browser.connect('patient', settings),
    visitId: reply.body.visitId,
    typed,
    view: reply.body,
    traces: [typed.firstName, typed.lastName, typed.dateOfBirth, typed.phone],
  }
}

/** A member of staff, signed in with e-mail and password. */
export async function signIn(server: TestServer, email: string, password = PASSWORD): Promise<StaffPerson> {
  const browser = openBrowser(server)
  return staffOf(browser, await browser.call<Me>('POST', '/api/open/sign-in', { email, password }))
}

/** The organisation's first administrator, by the one-time link. They serve its first area, "Front desk". */
export async function setUp(server: TestServer): Promise<StaffPerson> {
  const browser = openBrowser(server)
  const body = {
    token: setupToken(server.served().secret),
    organisationName: 'Harbour Health',
    name: 'Ada Lindqvist',
    email: 'ada@harbour.example',
    password: PASSWORD,
    serviceName: 'Knee service',
    areaName: 'Front desk',
  }
  return staffOf(browser, await browser.call<Me>('POST', '/api/open/setup', body))
}

/** The administrator of the sample clinic: another organisation in the same installation. */
export async function sampleAdministrator(server: TestServer): Promise<StaffPerson> {
  const browser = openBrowser(server)
  const token = sampleToken(server.served().secret)
  await browser.call('POST', '/api/open/sample', { token })
  const body = { token, email: 'amara@riverside.example' }
  return staffOf(browser, await browser.call<Me>('POST', '/api/open/sample/sign-in', body))
}

let hash: Promise<string> | null = null

/** A practitioner of `colleague`'s organisation who serves `areas`, signed in. */
export function practitioner(
  server: TestServer,
  colleague: StaffPerson,
  name: string,
  areas: readonly Area[],
): Promise<StaffPerson> {
  return somebody(server, colleague, name, { areas })
}

/** A member of `colleague`'s organisation, signed in: `role` in each of `areas`, or for the whole organisation. */
export async function somebody(
  server: TestServer,
  colleague: StaffPerson,
  name: string,
  is: { role?: ServiceRole; areas?: readonly Area[]; organisationRole?: OrganisationRole },
): Promise<StaffPerson> {
  hash ??= hashPassword(PASSWORD)
  const id = randomUUID()
  const email = `${name.toLowerCase().replaceAll(' ', '.')}.${id.slice(0, 4)}@harbour.example`
  await server.sql(
    `insert into people (id, organisation_id, name, title, email, password_hash, organisation_role)
     select $1, organisation_id, $2, 'Physiotherapist', $3, $4, $6 from people where id = $5`,
    [id, name, email, await hash, colleague.me.personId, is.organisationRole ?? null],
  )
  for (const area of is.areas ?? []) await letServe(server, id, area.id, is.role)
  return signIn(server, email)
}

/** Gives somebody a role in an area. */
export async function letServe(
  server: TestServer,
  personId: string,
  areaId: string,
  role: ServiceRole = 'practitioner',
): Promise<void> {
  await server.sql(
    `insert into memberships (person_id, service_id, role, area_ids)
     select $1, service_id, $3, array[id] from areas where id = $2
     on conflict (person_id, service_id, role) do update set area_ids = memberships.area_ids || excluded.area_ids`,
    [personId, areaId, role],
  )
}

/** Another service of `colleague`'s organisation with its waiting area, always open. */
export async function anotherArea(
  server: TestServer,
  colleague: StaffPerson,
  name: string,
): Promise<Area & { readonly serviceId: string }> {
  const [area, service] = [{ id: randomUUID(), slug: name.toLowerCase().replaceAll(' ', '-') }, randomUUID()]
  await server.sql('insert into services select $1, organisation_id, $2 from people where id = $3', [
    service,
    `${name} service`,
    colleague.me.personId,
  ])
  await server.sql(
    `insert into areas (id, service_id, slug, name, about, short_code)
     values ($1, $2, $3, $4, '', $5)`,
    [area.id, service, area.slug, name, shortCode(randomBytes(CODE_LENGTH))],
  )
  return { ...area, serviceId: service }
}

function staffOf(browser: Browser, reply: { readonly status: number; readonly body: Me; readonly text: string }) {
  if (reply.status !== 200 || !browser.cookie(SESSION_COOKIE)) throw new Error(`not signed in: ${reply.text}`)
  return { ...browser, me: reply.body, socket: (settings?: PageSettings) => browser.connect('staff', settings) }
}
