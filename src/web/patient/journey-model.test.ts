// From the door to the visit: what is sent, what is kept when it is refused, and the ways out.
import { describe, expect, it } from 'vitest'
import { settled, TYPED, viewOf, WAITING, WELCOME } from '../../../test/patient/made-up.ts'
import { play, toEquipment } from '../../../test/patient/made-up-journey.ts'
import { Refusal } from '../net/api.ts'

describe('arriving', () => {
  it('[P15] sends who they are and what the check found, and forgets what was typed', async () => {
    const one = play()
    await toEquipment(one)
    one.check.done({ picture: 'works', sound: 'works', heard: true, spoke: true })
    await settled()
    expect(one.server.bodies).toMatchObject([{ firstName: 'Nia', picture: 'works', sound: 'works', phoneMe: false }])
    expect(one.is('visit').cameBack).toBe(false)
    expect(one.draft.typed).toBeNull()
    expect(one.memory.wish).toBe('video')
  })

  it('[P8] without a network nothing is lost, and it is sent again by itself', async () => {
    const one = play()
    await toEquipment(one)
    one.server.arrive = new Refusal('offline')
    one.check.done({ picture: 'works', sound: 'works', heard: true, spoke: true })
    await settled()
    expect(one.is('arriving').refused).toContain('internet')
    expect(one.draft.typed).toEqual(TYPED)
    one.server.arrive = null
    await one.clock.pass(3000)
    one.is('visit')
  })

  it('[P8] a refused detail leads back to the form, with everything in it', async () => {
    const one = play()
    await toEquipment(one)
    one.server.arrive = new Refusal('arrival/phone-not-valid', { field: 'phone' })
    one.check.done({ picture: 'works', sound: 'works', heard: true, spoke: true })
    await settled()
    const { form } = one.is('details')
    expect(form.state.get()).toMatchObject({ typed: TYPED })
    expect(Object.keys(form.state.get().errors)).toEqual(['phone'])
  })

  it('[P8] an area that closed meanwhile shows its shut door and keeps what was typed', async () => {
    const one = play()
    await toEquipment(one)
    one.server.arrive = new Refusal('area/suspended')
    one.server.area = { ...WELCOME, openness: { state: 'suspended', message: 'Phone us.' } }
    one.check.done({ picture: 'works', sound: 'works', heard: true, spoke: true })
    await settled()
    expect(one.is('door').start).toBeNull()
    expect(one.draft.typed).toEqual(TYPED)
  })

  it('[P8] a part of the page that does not load can be tried again', async () => {
    const one = play({ typed: TYPED })
    await settled()
    one.part.broken = true
    one.is('door').start?.()
    one.is('details').form.submit()
    await settled()
    const failed = one.is('load-failed')
    one.part.broken = false
    failed.tryAgain()
    await settled()
    one.is('equipment')
  })

  it('[P9] whoever wants to be phoned skips camera and sound', async () => {
    const one = play()
    await settled()
    one.journey.setWish('phone')
    const { form } = one.is('details')
    form.type(TYPED)
    form.submit()
    await settled()
    one.is('visit')
    expect(one.server.bodies).toMatchObject([{ phoneMe: true, picture: 'none', sound: 'none' }])
    expect(one.opened).toEqual(['visit'])
    expect(one.local.asked).toEqual([])
  })

  it('[P13] from the check, a phone call is one press away when the number is known', async () => {
    const one = play()
    await toEquipment(one)
    one.journey.setWish('phone')
    await settled()
    one.is('visit')
    expect(one.server.bodies).toMatchObject([{ phoneMe: true }])
    expect(one.local.asked).toEqual(['close'])
  })

  it('[P13] sound only can be chosen at the door, at the form and in the check', async () => {
    const early = play()
    await settled()
    early.journey.setWish('sound-only')
    const { form } = early.is('details')
    form.type(TYPED)
    form.submit()
    await settled()
    expect(early.opened).toEqual(['equipment sound only'])
    const late = play()
    await toEquipment(late)
    late.journey.setWish('sound-only')
    expect(late.check.soundOnly).toBe(1)
  })

  it('[P8] the back button goes back one step and loses nothing', async () => {
    const one = play()
    await toEquipment(one)
    one.journey.back()
    expect(one.is('details').form.state.get().typed).toEqual(TYPED)
    one.journey.back()
    one.is('door').start?.()
    expect(one.is('details').form.state.get().typed).toEqual(TYPED)
  })
})

describe('the end', () => {
  const OVER = { status: 'ended', outcome: 'completed', afterText: '', afterLink: null } as const

  it('[P28] after a reload the end is still there, and one can start again at a fresh door', async () => {
    const one = play({ own: viewOf({ ...OVER, outcome: 'not-returned' }), kept: 'video' })
    await settled()
    one.is('visit')
    expect(one.local.asked).toEqual([])
    one.journey.startAgain('Nia')
    await settled()
    one.is('door').start?.()
    expect(one.is('details').form.state.get().typed.firstName).toBe('Nia')
    expect(one.memory.wish).toBeNull()
    expect(one.server.welcomes).toBe(1)
  })

  it('[P36] whoever is somebody else begins at a door that knows nothing of the one before', async () => {
    const one = play({ own: viewOf(OVER), kept: 'phone', typed: TYPED })
    await settled()
    one.is('visit')
    await one.journey.somebodyElse()
    await settled()
    expect([one.server.forgotten, one.memory.wish, one.draft.typed, one.journey.wish.get()]).toEqual([
      1,
      null,
      null,
      'video',
    ])
    one.is('door').start?.()
    expect(one.is('details').form.state.get().typed.firstName).toBe('')
  })

  it.each([
    ['open', viewOf(WAITING), true],
    ['over', viewOf(OVER), false],
  ] as const)(
    '[P36] in a new tab, while a visit of this browser is %s, it is asked who this is',
    async (_, own, open) => {
      const one = play({ own })
      await settled()
      const { who } = one.is('who')
      expect([who.firstName, who.open]).toEqual(['Nia', open])
      who.carryOn()
      await settled()
      if (open) expect(one.is('visit').cameBack).toBe(true)
      else {
        one.is('door').start?.()
        expect(one.is('details').form.state.get().typed.firstName).toBe('Nia')
      }
      expect(one.server.forgotten).toBe(0)
    },
  )

  it('[P36] the other person gets a door of their own, or hears why not', async () => {
    const one = play({ own: viewOf(WAITING) })
    await settled()
    const { who } = one.is('who')
    one.server.forget = new Refusal('offline')
    who.somebodyElse()
    await settled()
    expect(who.state.get().refused).toContain('internet')
    one.is('who')
    one.server.forget = null
    who.somebodyElse()
    await settled()
    one.is('door').start?.()
    expect(one.is('details').form.state.get().typed.firstName).toBe('')
    expect(one.server.forgotten).toBe(1)
  })

  it('[P36] of a visit whose details are deleted nothing is asked', async () => {
    const one = play({ own: viewOf(OVER, { firstName: '' }) })
    await settled()
    one.is('door')
  })
})

describe('a browser that keeps nothing', () => {
  it('[P37] is found out before anything is typed, and goes on once it keeps cookies', async () => {
    const one = play({ keeps: false })
    await settled()
    one.is('door').start?.()
    await settled()
    const found = one.is('nothing-kept')
    found.tryAgain()
    await settled()
    one.server.keeps = true
    one.is('nothing-kept').tryAgain()
    await settled()
    one.is('details')
    expect(one.server.bodies).toEqual([])
  })

  it('[P37] sends no arrival, also when it stopped keeping them on the way', async () => {
    const one = play()
    await toEquipment(one)
    one.server.arrive = new Refusal('access/nothing-kept')
    one.check.done({ picture: 'works', sound: 'works', heard: true, spoke: true })
    await settled()
    one.server.keeps = false
    one.is('nothing-kept').tryAgain()
    await settled()
    expect(one.server.bodies).toHaveLength(1)
    one.server.arrive = null
    one.server.keeps = true
    one.is('nothing-kept').tryAgain()
    await settled()
    one.is('visit')
  })
})
