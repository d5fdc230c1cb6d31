import { describe, expect, test } from 'vitest'
import { fakeNote as setUp, type, writing } from '../../../../../test/call/fake-note.ts'
import { SAVE_AFTER_MS, SAVE_AT_LEAST_MS } from './note-model.ts'

describe('saving as one types', () => {
  test('[CS22] a pause of 300 ms saves once, and not before', async () => {
    const { open, time, calls, stored } = setUp()
    const note = open()
    await time.pass(0)
    type(note, 'Kn')
    await time.pass(SAVE_AFTER_MS - 1)
    type(note, 'Knee')
    await time.pass(SAVE_AFTER_MS - 1)
    expect(calls).toEqual(['load'])
    expect(writing(note).saving).toEqual({ kind: 'saving' })
    await time.pass(1)
    expect(calls).toEqual(['load', 'save Knee from 0'])
    expect(stored().text).toBe('Knee')
    expect(writing(note).saving).toMatchObject({ kind: 'saved' })
  })

  test('[CS22] typing without a pause is saved at least every 2 seconds', async () => {
    const { open, time, stored } = setUp()
    const note = open()
    await time.pass(0)
    for (let ms = 0; ms < SAVE_AT_LEAST_MS; ms += 100) {
      type(note, `Typed for ${ms} ms`)
      await time.pass(100)
    }
    expect(stored().text).toBe('Typed for 1900 ms')
  })

  test('[CS22] what is typed while a save is on its way is saved next', async () => {
    const { open, time, calls } = setUp()
    const note = open()
    await time.pass(0)
    type(note, 'One')
    const passing = time.pass(SAVE_AFTER_MS)
    note.state.subscribe((state) => {
      if (state.kind === 'writing' && state.saving.kind === 'saving' && state.text === 'One') type(note, 'One, two')
    })
    await passing
    await time.pass(SAVE_AFTER_MS)
    expect(calls.at(-1)).toBe('save One, two from 1')
    expect(note.unsaved.get()).toBe(false)
  })

  test('[CS22] typed and taken back is saved without a request', async () => {
    const { open, time, calls } = setUp('Knee')
    const note = open()
    await time.pass(0)
    type(note, 'Knees')
    type(note, 'Knee')
    await time.pass(SAVE_AFTER_MS)
    expect(writing(note).saving.kind).toBe('saved')
    expect(calls).toEqual(['load'])
  })

  test('[CS22] a text that is too long says so, and is saved when shortened', async () => {
    const { open, time, network, calls, stored } = setUp()
    const note = open()
    await time.pass(0)
    network.mode = 'too long'
    type(note, 'Too much')
    await time.pass(60_000)
    expect(writing(note).saving).toEqual({ kind: 'not-saved', reason: 'too-long' })
    expect(calls).toHaveLength(2)
    network.mode = 'up'
    type(note, 'Less')
    await time.pass(SAVE_AFTER_MS)
    expect(stored().text).toBe('Less')
    expect(calls.filter((call) => call.startsWith('save Too much'))).toHaveLength(1)
  })
})

describe('without a connection', () => {
  test('[CS23] it says so, keeps trying, and everything typed is saved when the server is back', async () => {
    const { open, time, network, stored, kept } = setUp()
    const note = open()
    await time.pass(0)
    network.mode = 'down'
    type(note, 'Fell on the stairs')
    await time.pass(SAVE_AFTER_MS)
    expect(writing(note).saving).toEqual({ kind: 'not-saved', reason: 'offline' })
    expect(kept()?.text).toBe('Fell on the stairs')
    await time.pass(60_000)
    type(note, 'Fell on the stairs, no head injury')
    network.mode = 'up'
    await time.pass(3000)
    expect(stored().text).toBe('Fell on the stairs, no head injury')
    expect(writing(note).saving.kind).toBe('saved')
    expect(note.unsaved.get()).toBe(false)
  })

  test('[CS23] the connection coming back is a try at once', async () => {
    const { open, time, network, stored } = setUp()
    const note = open()
    await time.pass(0)
    network.mode = 'down'
    type(note, 'Knee')
    await time.pass(30_000)
    network.mode = 'up'
    note.retryNow()
    await time.pass(0)
    expect(stored().text).toBe('Knee')
  })

  test('[CS24] a save whose answer was lost is no conflict with what was typed after it', async () => {
    const { open, time, network, stored } = setUp()
    const note = open()
    await time.pass(0)
    network.mode = 'lost answers'
    type(note, 'Knee')
    await time.pass(SAVE_AFTER_MS)
    expect(stored().text).toBe('Knee')
    type(note, 'Knee better')
    network.mode = 'up'
    await time.pass(3000)
    expect(writing(note).other).toBeNull()
    expect(stored().text).toBe('Knee better')
  })

  test('[CS25] typing begins although the note cannot be loaded, and is kept', async () => {
    const { open, time, network, stored, kept } = setUp()
    network.mode = 'down'
    const note = open()
    expect(note.actions.get().write).toBeNull()
    await time.pass(0)
    type(note, 'Seen at home')
    expect(kept()).toMatchObject({ text: 'Seen at home', base: null })
    network.mode = 'up'
    await time.pass(5000)
    expect(stored().text).toBe('Seen at home')
  })
})

describe('after a reload or a crash', () => {
  test('[CS26] text that was never acknowledged is there again and is saved', async () => {
    const first = setUp('Knee')
    const before = first.open()
    await first.time.pass(0)
    first.network.mode = 'down'
    type(before, 'Knee better')
    await first.time.pass(SAVE_AFTER_MS)

    const again = setUp('Knee', first.kept())
    const note = again.open()
    await again.time.pass(0)
    expect(writing(note).text).toBe('Knee better')
    await again.time.pass(0)
    expect(again.stored().text).toBe('Knee better')
    expect(again.kept()).toBeNull()
  })

  test('[CS26] a save that arrived without its answer before the crash is no conflict', async () => {
    const { open, time, stored } = setUp('Knee', { text: 'Knee better', base: 0, sent: 'Knee' })
    const note = open()
    await time.pass(0)
    await time.pass(0)
    expect(writing(note).other).toBeNull()
    expect(stored().text).toBe('Knee better')
  })

  test('[CS26] the copy is forgotten as soon as the server has the text', async () => {
    const { open, time, kept } = setUp()
    const note = open()
    await time.pass(0)
    type(note, 'Knee')
    expect(kept()?.text).toBe('Knee')
    await time.pass(SAVE_AFTER_MS)
    expect(kept()).toBeNull()
  })
})

describe('signing', () => {
  test('[CS28] everything typed is saved before it is signed', async () => {
    const { open, time, calls, stored } = setUp()
    const note = open()
    await time.pass(0)
    expect(note.actions.get().sign).toBeNull()
    type(note, 'Review in May')
    note.actions.get().sign?.()
    await time.pass(0)
    expect(calls).toEqual(['load', 'save Review in May from 0', 'sign'])
    expect(stored().status).toBe('signed')
    expect(note.state.get()).toMatchObject({ kind: 'signed', text: 'Review in May', leftOver: null })
    expect(note.actions.get().write).toBeNull()
  })

  test('[CS28] a signing that was not answered says so, and the next press signs', async () => {
    const { open, time, network } = setUp('Review in May')
    const note = open()
    await time.pass(0)
    network.mode = 'lost answers'
    note.actions.get().sign?.()
    expect(note.actions.get().sign).toBeNull()
    await time.pass(0)
    expect(writing(note).signing).toBe('failed')
    network.mode = 'up'
    note.actions.get().sign?.()
    await time.pass(0)
    expect(note.state.get().kind).toBe('signed')
  })
})
