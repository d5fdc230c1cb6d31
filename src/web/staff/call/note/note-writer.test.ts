import { expect, test } from 'vitest'
import { fakeNote, type, writing } from '../../../../../test/call/fake-note.ts'
import { settled } from '../../../../../test/call/fake-time.ts'
import { createStore } from '../../../kit/store.ts'
import { addLine } from './note-lines.ts'
import type { NoteModel } from './note-model.ts'
import { createNoteWriter } from './note-writer.ts'

test('[CS33] a line that comes before the note is open waits for it', async () => {
  const world = fakeNote('Fell on Monday.')
  const note = createStore<NoteModel | null>(null)
  const writer = createNoteWriter(note)
  writer.change((text) => addLine(text, 'One.'))
  const model = world.open()
  note.set(model)
  writer.change((text) => addLine(text, 'Two.'))
  expect(model.state.get().kind).toBe('opening')
  await settled()
  expect(writing(model).text).toBe('Fell on Monday.\nOne.\nTwo.')
})

test('[CS33] each line is written once, whatever happens to the note afterwards', async () => {
  const world = fakeNote()
  const model = world.open()
  await settled()
  const writer = createNoteWriter(createStore<NoteModel | null>(model))
  writer.change((text) => addLine(text, 'One.'))
  type(model, 'One. And more.')
  await world.time.pass(1000)
  expect(world.stored().text).toBe('One. And more.')
})

test('[CS33] a signed note is never changed', async () => {
  const world = fakeNote('All there is.')
  world.signElsewhere()
  const model = world.open()
  await settled()
  const writer = createNoteWriter(createStore<NoteModel | null>(model))
  writer.change((text) => addLine(text, 'One.'))
  await settled()
  expect(model.state.get()).toMatchObject({ kind: 'signed', text: 'All there is.', leftOver: null })
})
