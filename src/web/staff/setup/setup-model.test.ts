import { describe, expect, it } from 'vitest'
import type { Me } from '#contract/people'
import { fakeAsk } from '../../../../test/staff/fake-connection.ts'
import { Refusal } from '../../net/api.ts'
import { createSetup } from './setup-model.ts'

const me = { personId: 'p', areas: [{ slug: 'physio' }] } as Me

function filled(replies: Record<string, unknown> = { 'POST /api/open/setup': me }) {
  const server = fakeAsk(replies)
  const begun: Me[] = []
  const setup = createSetup(server.apiCall, 'secret', (one) => begun.push(one))
  setup.type('organisationName', 'Hillside')
  setup.type('name', 'Dr Khan')
  setup.type('email', 'khan@hillside.example')
  setup.type('password', 'three random words')
  setup.type('serviceName', 'Physiotherapy')
  return { server, setup, begun }
}

describe('setting up', () => {
  it('[D4] names everything that is to be mended at once and sends nothing', async () => {
    const server = fakeAsk()
    const setup = createSetup(server.apiCall, 'secret', () => {})
    setup.type('email', 'not an address')
    setup.type('password', 'too short')
    await setup.submit()
    expect(setup.state.get().faults).toEqual([
      { field: 'organisationName', fault: 'missing' },
      { field: 'name', fault: 'missing' },
      { field: 'email', fault: 'not-an-address' },
      { field: 'password', fault: 'too-short' },
      { field: 'serviceName', fault: 'missing' },
      { field: 'areaName', fault: 'missing' },
    ])
    expect(server.asked).toEqual([])
  })

  it('[D4] a refusal keeps all that was typed', async () => {
    const { setup } = filled({ 'POST /api/open/setup': new Refusal('server/busy') })
    await setup.submit()
    expect(setup.state.get()).toMatchObject({
      form: { organisationName: 'Hillside', password: 'three random words' },
      refusal: { code: 'server/busy' },
      sending: false,
      done: null,
    })
  })

  it('[D4] a link that was used before is told before anything is typed', async () => {
    const server = fakeAsk({ 'GET /api/open/instance': { setUp: true, organisations: [], now: 0 } })
    const setup = createSetup(server.apiCall, 'secret', () => {})
    await setup.begin()
    expect(setup.state.get().refusal).toMatchObject({ code: 'setup/already-done' })
  })

  it('[D4] an address that is taken is told at its field', async () => {
    const { setup } = filled({ 'POST /api/open/setup': new Refusal('setup/email-taken') })
    await setup.submit()
    expect(setup.state.get()).toMatchObject({ faults: [{ field: 'email', fault: 'taken' }], refusal: null })
  })

  it('[D4] [SI10] a password that is too common is told at its field', async () => {
    const { setup } = filled({ 'POST /api/open/setup': new Refusal('person/password-too-common') })
    await setup.submit()
    expect(setup.state.get()).toMatchObject({ faults: [{ field: 'password', fault: 'too-common' }], refusal: null })
  })

  it('[D5] the area takes the name of the service until it has one of its own', () => {
    const { setup } = filled()
    expect(setup.state.get().form.areaName).toBe('Physiotherapy')
    setup.type('areaName', 'Physio by video')
    setup.type('serviceName', 'Physiotherapy and more')
    expect(setup.state.get().form.areaName).toBe('Physio by video')
    setup.type('areaName', '')
    setup.type('serviceName', 'Rehabilitation')
    expect(setup.state.get().form.areaName).toBe('Rehabilitation')
  })

  it('[D6] once done it is signed in, and the password is no longer held', async () => {
    const { setup, server, begun } = filled()
    await setup.submit()
    expect(server.asked[0]?.body).toMatchObject({
      token: 'secret',
      areaName: 'Physiotherapy',
      email: 'khan@hillside.example',
    })
    expect(begun).toEqual([me])
    expect(setup.state.get()).toMatchObject({ done: me, form: { password: '' } })
  })
})
