import { expect, test } from 'vitest'
import { createCode } from './code-model.ts'

function typing(unknown = '') {
  const gone: string[] = []
  const model = createCode(unknown, (path) => void gone.push(path))
  return { model, gone, fault: () => model.state.get().fault }
}

test('[SC1] a code may be typed in small letters, with blanks and hyphens', () => {
  for (const typed of ['KN4 7PX', 'kn47px', ' kn4-7px ']) {
    const { model, gone, fault } = typing()
    expect(fault()).toBeNull()
    model.type(typed)
    model.submit()
    expect([gone, fault()]).toEqual([['/a/KN47PX'], null])
  }
})

test('[SC2] what can be no code is said at once, and goes away with the next letter', () => {
  const { model, gone, fault } = typing()
  model.submit()
  expect(fault()).toBe('empty')
  model.type('KNEE01')
  expect(fault()).toBeNull()
  model.submit()
  expect([fault(), gone]).toEqual(['not-a-code', []])
})

test('[SC2] a code that leads nowhere stands in the field, to be mended', () => {
  const { model, fault } = typing('KN47PX')
  expect([model.state.get().typed, fault()]).toEqual(['KN47PX', 'unknown'])
  expect(typing('nonsense').fault()).toBe('not-a-code')
})
