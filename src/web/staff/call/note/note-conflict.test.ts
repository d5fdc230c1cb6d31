import { describe, expect, test } from 'vitest'
import { fakeNote as setUp, type, writing } from '../../../../../test/call/fake-note.ts'
import { SAVE_AFTER_MS } from './note-model.ts'

describe('changed in another window', () => {
  async function conflict() {
    const world = setUp('Knee')
    const note = world.open()
    await world.time.pass(0)
    world.elsewhere('Knee. Phoned daughter.')
    type(note, 'Knee better')
    await world.time.pass(SAVE_AFTER_MS)
    return { ...world, note }
  }

  test('[CS27] both texts are shown, saving rests, and typing goes on', async () => {
    const { note, time, stored, kept } = await conflict()
    expect(writing(note)).toMatchObject({ text: 'Knee better', other: { text: 'Knee. Phoned daughter.' } })
    type(note, 'Knee better now')
    await time.pass(60_000)
    expect(stored().text).toBe('Knee. Phoned daughter.')
    expect(kept()?.text).toBe('Knee better now')
    expect(note.actions.get().sign).toBeNull()
    expect(note.unsaved.get()).toBe(true)
  })

  test('[CS27] text typed while the conflict was found out does not overwrite the other', async () => {
    const { open, time, elsewhere, stored, network } = setUp('Knee')
    const note = open()
    await time.pass(0)
    elsewhere('Knee. Phoned daughter.')
    type(note, 'Knee better')
    network.during = (call) => {
      if (call === 'load') type(note, 'Knee better now')
    }
    await time.pass(60_000)
    expect(writing(note)).toMatchObject({ text: 'Knee better now', other: { text: 'Knee. Phoned daughter.' } })
    expect(stored().text).toBe('Knee. Phoned daughter.')
  })

  test.each([
    ['keepMine', 'Knee better'],
    ['takeOther', 'Knee. Phoned daughter.'],
    ['keepBoth', 'Knee better\n\nKnee. Phoned daughter.'],
  ] as const)('[CS27] %s is what is saved', async (choice, text) => {
    const { note, time, stored } = await conflict()
    note.actions.get()[choice]?.()
    await time.pass(SAVE_AFTER_MS)
    expect(stored().text).toBe(text)
    expect(writing(note)).toMatchObject({ text, other: null, saving: { kind: 'saved' } })
    expect(note.unsaved.get()).toBe(false)
  })

  test('[CS27] a reload before the choice shows both again', async () => {
    const { kept } = await conflict()
    const again = setUp('Knee. Phoned daughter.', kept())
    again.elsewhere('Knee. Phoned daughter. She agrees.')
    const note = again.open()
    await again.time.pass(0)
    expect(writing(note)).toMatchObject({
      text: 'Knee better',
      other: { text: 'Knee. Phoned daughter. She agrees.' },
    })
  })

  test('[CS28] what was typed here after it was signed elsewhere is shown and kept, not dropped', async () => {
    const { open, time, signElsewhere, kept } = setUp('Knee')
    const note = open()
    await time.pass(0)
    signElsewhere()
    type(note, 'Knee better')
    await time.pass(SAVE_AFTER_MS)
    expect(note.state.get()).toMatchObject({ kind: 'signed', text: 'Knee', leftOver: 'Knee better' })
    expect(kept()?.text).toBe('Knee better')
    note.actions.get().dropLeftOver?.()
    expect(note.state.get()).toMatchObject({ leftOver: null })
    expect(kept()).toBeNull()
  })
})
