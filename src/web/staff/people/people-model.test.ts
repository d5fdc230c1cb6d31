import { describe, expect, it } from 'vitest'
import type { PeopleView, PersonView } from '#contract/people-admin'
import { fakeAsk } from '../../../../test/staff/fake-connection.ts'
import { Refusal } from '../../net/api.ts'
import { createPeople, findPeople } from './people-model.ts'

const person = (change: Partial<PersonView> = {}): PersonView => ({
  id: 'p1',
  name: 'Zoë Åkesson',
  title: 'Physiotherapist',
  email: 'zoe@hillside.example',
  status: 'active',
  organisationRole: null,
  memberships: [],
  invitationEndsAt: null,
  holding: 0,
  unsignedNotes: 0,
  connected: false,
  secondFactor: false,
  you: false,
  ...change,
})
const view = (...people: PersonView[]): PeopleView => ({
  people,
  services: [{ id: 'knee', name: 'Knee service', areas: [{ id: 'a', name: 'Knee clinic' }] }],
  sends: false,
  now: 0,
})

async function opened(replies: Record<string, unknown> = {}) {
  const server = fakeAsk({ 'GET /api/staff/people': view(person()), ...replies })
  const people = createPeople(server.apiCall)
  await people.load()
  return { people, server }
}

describe('[PE8] looking for somebody', () => {
  const all = [
    person(),
    person({ id: 'p2', name: 'Ben Ode', email: 'ben@hillside.example', title: '', status: 'invited' }),
  ]
  const find = (typed: string, status: Parameters<typeof findPeople>[2] = 'all') =>
    findPeople(all, typed, status, ({ id }) => (id === 'p1' ? 'Knee service Practitioner' : '')).map(({ id }) => id)

  it.each([
    ['', ['p1', 'p2']],
    ['zoe', ['p1']],
    ['AKESSON physio', ['p1']],
    ['hillside', ['p1', 'p2']],
    ['knee pract', ['p1']],
    ['nobody', []],
  ])('%j finds them by name, address, title or place, without accents', (typed, found) => {
    expect(find(typed)).toEqual(found)
  })

  it('in one state alone', () => expect(find('hillside', 'invited')).toEqual(['p2']))
})

describe('inviting', () => {
  it('[PE8] names everything that is to be mended at once and sends nothing', async () => {
    const { people, server } = await opened()
    people.invite()
    const form = people.open.get()?.form
    form?.type('email', 'not an address')
    form?.changeRights((rights) => ({
      ...rights,
      services: [{ serviceId: 'knee', roles: [], areaIds: null, alias: '' }],
    }))
    await people.save()
    expect(form?.state.get().faults).toEqual([
      { kind: 'name-missing' },
      { kind: 'email-wrong' },
      { kind: 'no-role', serviceId: 'knee' },
    ])
    expect(server.asked.map(({ method }) => method)).toEqual(['GET'])
  })

  it('[IN1] begins as a practitioner where there is one service, and says what was done', async () => {
    const { people, server } = await opened({ 'POST /api/staff/people': view(person(), person({ id: 'p2' })) })
    people.invite()
    people.open.get()?.form.type('name', 'Jo')
    people.open.get()?.form.type('email', 'jo@hillside.example')
    await people.save()
    expect(server.asked.at(-1)?.body).toEqual({
      name: 'Jo',
      title: '',
      email: 'jo@hillside.example',
      organisationRole: null,
      memberships: [{ serviceId: 'knee', role: 'practitioner', areaIds: null, alias: null }],
    })
    expect(people.told.get()).toEqual({ kind: 'invited', name: 'Jo', email: 'jo@hillside.example' })
    expect(people.open.get()).toBeNull()
  })

  it('[PE9] a service that was chosen and not added is not lost: it is added, and its roles are looked at first', async () => {
    const { people, server } = await opened({ 'POST /api/staff/people': view(person()) })
    people.invite()
    const form = people.open.get()?.form
    form?.type('name', 'Jo')
    form?.type('email', 'jo@hillside.example')
    form?.changeRights(() => ({ organisationRole: null, services: [] }))
    form?.choose('knee')
    await people.save()
    expect(server.asked.filter(({ method }) => method === 'POST')).toEqual([])
    expect(form?.state.get()).toMatchObject({
      faults: [{ kind: 'service-added', serviceId: 'knee' }],
      rights: { services: [{ serviceId: 'knee', roles: ['practitioner'] }] },
    })
    await people.save()
    expect(server.asked.at(-1)?.body).toMatchObject({ memberships: [{ serviceId: 'knee', role: 'practitioner' }] })
  })

  it('[PE10] the address of somebody who has not come yet is sent when it is corrected', async () => {
    const invited = person({ status: 'invited' })
    const { people, server } = await opened({
      'GET /api/staff/people': view(invited),
      'PUT /api/staff/people/p1': view(invited),
    })
    people.choose('p1')
    people.open.get()?.form.type('email', 'zoe.a@hillside.example')
    await people.save()
    expect(server.asked.at(-1)?.body).toMatchObject({ email: 'zoe.a@hillside.example' })
  })

  it('[IN7] an address that is taken is told at its field, and all that was typed stays', async () => {
    const { people } = await opened({ 'POST /api/staff/people': new Refusal('person/email-taken') })
    people.invite()
    people.open.get()?.form.type('name', 'Jo')
    people.open.get()?.form.type('email', 'zoe@hillside.example')
    await people.save()
    const state = people.open.get()?.form.state.get()
    expect(state).toMatchObject({ faults: [{ kind: 'email-taken' }], typed: { name: 'Jo' }, changed: true })
  })
})

describe('[PE4] deactivating', () => {
  it('closes the person and says so; a refusal is kept to be shown', async () => {
    const { people } = await opened({
      'POST /api/staff/people/p1/deactivate': view(person({ status: 'deactivated' })),
      'POST /api/staff/people/p1/reactivate': new Refusal('server/busy'),
    })
    people.choose('p1')
    expect(await people.act(person(), 'deactivate')).toBe(true)
    expect([people.open.get(), people.told.get()]).toEqual([null, { kind: 'deactivated', name: 'Zoë Åkesson' }])
    people.choose('p1')
    expect(await people.act(person(), 'reactivate')).toBe(false)
    expect(people.acting.request.get().kind).toBe('refused')
  })
})
