import { expect, it } from 'vitest'
import { deviceOptions } from './device-options.ts'

it('[TX6] a device whose name the browser withholds is numbered, and no choice is empty', () => {
  const listed = [
    { id: 'a', label: '' },
    { id: 'b', label: 'Desk microphone' },
    { id: 'c', label: ' ' },
  ]
  expect(deviceOptions('Microphone', listed)).toEqual([
    { value: 'a', label: 'Microphone 1' },
    { value: 'b', label: 'Desk microphone' },
    { value: 'c', label: 'Microphone 3' },
  ])
})
