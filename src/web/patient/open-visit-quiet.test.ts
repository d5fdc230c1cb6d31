// "I cannot talk now": one press, which holds on this page at once and is told until the clinic knows it.
import { expect, it } from 'vitest'
import { SEEN, settled, viewOf, WAITING } from '../../../test/patient/made-up.ts'
import { madeUpVisit } from '../../../test/patient/made-up-visit.ts'
import { type CallSound, HOLD_SOUND_EVERY_MS } from '../call/sounds.ts'
import { Refusal } from '../net/api.ts'
import { words } from '../text/en/waiting.ts'
import { createPatientSounds } from './call/patient-sounds.ts'
import { createCalled } from './called/called-model.ts'
import { firstLine } from './waiting/waiting-words.ts'

async function quiet() {
  const page = madeUpVisit()
  await page.server.open()
  page.choice.answer = () => viewOf(WAITING, { cannotTalk: true })
  page.visit.setCannotTalk(true)
  return page
}

it('[P68] holds from the press, turns the microphone off, and is told until the clinic knows it', async () => {
  const page = madeUpVisit()
  await page.server.open()
  page.choice.refuse = new Refusal('offline')
  page.visit.setCannotTalk(true)
  expect(page.visit.view.get().cannotTalk).toBe(true)
  expect(page.local.state.get().microphone).toBe('off')
  await settled()
  // A snapshot from before it does not undo it.
  await page.push(WAITING)
  expect(page.visit.view.get().cannotTalk).toBe(true)
  page.choice.refuse = null
  page.choice.answer = () => viewOf(WAITING, { cannotTalk: true })
  await page.server.open()
  await settled()
  expect(page.choice.sent.at(-1)).toEqual({ cannotTalk: true })
  // Known by now: what the server says counts again.
  await page.push(WAITING, { cannotTalk: false })
  expect(page.visit.view.get().cannotTalk).toBe(false)
})

it('[P68] taken back, they are heard as before', async () => {
  const page = await quiet()
  page.visit.setCannotTalk(false)
  expect(page.visit.view.get().cannotTalk).toBe(false)
  expect(page.local.state.get().microphone).toBe('on')
})

it('[P68] says that they press to join, and joins by no clock', async () => {
  const page = await quiet()
  await settled()
  expect(firstLine(page.visit.view.get())).toBe(words.firstPress)
  await page.push({ ...SEEN, calledAt: page.visit.serverNow() }, { cannotTalk: true })
  expect(createCalled(page.visit, page.clock.later).state.get().joinsAt).toBeNull()
  await page.clock.pass(60_000)
  expect(page.joins).toEqual([])
})

it('[P68] the call makes no sound of its own', async () => {
  const page = await quiet()
  await settled()
  const played: CallSound[] = []
  const sounds = createPatientSounds(page.visit, (sound) => played.push(sound), page.clock.later)
  await page.push({ ...SEEN, status: 'on-hold' }, { cannotTalk: true })
  await page.clock.pass(HOLD_SOUND_EVERY_MS)
  expect(played).toEqual([])
  await page.push({ ...SEEN, status: 'on-hold' }, { cannotTalk: false })
  await page.clock.pass(HOLD_SOUND_EVERY_MS)
  expect(played).toEqual(['on-hold'])
  sounds.close()
})
