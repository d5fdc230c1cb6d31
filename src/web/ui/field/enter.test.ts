import { expect, it } from 'vitest'
import { isEnter } from './enter.ts'

it('[TX5] Enter that ends a character made of many keys is no Enter, in any browser’s order of events', () => {
  expect(isEnter({ key: 'Enter', isComposing: false, keyCode: 13 })).toBe(true)
  expect(isEnter({ key: 'Enter', isComposing: true, keyCode: 229 })).toBe(false)
  // Safari: the composition is over before the key is told.
  expect(isEnter({ key: 'Enter', isComposing: false, keyCode: 229 })).toBe(false)
  expect(isEnter({ key: 'a', isComposing: false, keyCode: 65 })).toBe(false)
})
