// The door: shown at once, passed by who has a visit, open, shut, nowhere, and out of reach.
import { describe, expect, it } from 'vitest'
import { NINE, settled, viewOf, WAITING, WELCOME } from '../../../test/patient/made-up.ts'
import { play } from '../../../test/patient/made-up-journey.ts'

describe('the door', () => {
  it('[P1] stands before the server has answered anything, and asks it nothing of the area', async () => {
    const one = play()
    expect(one.is('door').welcome.name).toBe('Foot clinic')
    await settled()
    one.is('door')
    expect(one.server.welcomes).toBe(0)
  })

  it('[P1] is asked for when the page does not carry it', async () => {
    const one = play({ welcome: null })
    one.is('looking')
    await settled()
    one.is('door')
  })

  it('[P2] of a closed area has no start, and opens by itself', async () => {
    const shut = {
      ...WELCOME,
      openness: { state: 'closed', opensAt: NINE, doorsOpenAt: NINE, timeZone: 'Europe/London' },
    } as const
    const one = play({ welcome: shut, asked: shut })
    await settled()
    expect(one.is('door').start).toBeNull()
    await one.clock.pass(30_000)
    expect(one.is('door').start).toBeNull()
    one.server.area = WELCOME
    await one.clock.pass(30_000)
    expect(one.is('door').start).not.toBeNull()
  })

  it('[P3] of a suspended area shows the words of its staff, and stays when the server does not answer', async () => {
    const shut = { ...WELCOME, openness: { state: 'suspended', message: 'Phone us.' } } as const
    const one = play({ welcome: shut, asked: 'offline' })
    await settled()
    await one.clock.pass(60_000)
    expect(one.is('door')).toMatchObject({ start: null, welcome: { openness: { message: 'Phone us.' } } })
  })

  it('[P4] is passed by who has a visit here already, and the camera is opened again', async () => {
    const one = play({ own: viewOf(WAITING), kept: 'video' })
    expect(one.is('looking').forVisit).toBe(true)
    await settled()
    expect(one.is('visit').cameBack).toBe(true)
    expect(one.local.asked).toEqual(['request camera microphone'])
  })

  it('[P4] sound only stays sound only', async () => {
    const one = play({ own: viewOf(WAITING), kept: 'sound-only' })
    await settled()
    expect(one.local.asked).toEqual(['request microphone'])
  })

  it('[P4] is shown to who has a visit elsewhere', async () => {
    const elsewhere = viewOf(WAITING)
    const one = play({ own: { ...elsewhere, area: { ...elsewhere.area, slug: 'other' } } })
    await settled()
    one.is('door')
  })

  it('[P5] of no area says so; a silent server is tried again by itself', async () => {
    const nowhere = play({ welcome: null, asked: null })
    await settled()
    nowhere.is('not-found')
    const silent = play({ welcome: null, asked: 'offline' })
    await settled()
    silent.is('unreachable')
    silent.server.area = WELCOME
    await silent.clock.pass(3000)
    silent.is('door')
  })
})
