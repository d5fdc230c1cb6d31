// What is said aloud.
import { expect, test } from 'vitest'
import { someArea, someVisit } from '../../../../test/staff/fake-connection.ts'
import { spokenOf } from './spoken.ts'

const plain = (said: string[]) => said.map((one) => one.replace(/[\u2066-\u2069]/g, ''))
const message = { id: 'm1', from: 'patient', text: 'Hello', at: 1 } as never

test('[CS85] who arrived, who left and who wrote is said; what was there already is not', () => {
  const [one, two] = [someVisit(1), someVisit(2)]
  expect(spokenOf(null, [someArea(1, [one])])).toEqual([])
  expect(spokenOf([], [someArea(1, [one])])).toEqual([])
  expect(plain(spokenOf([someArea(1, [one])], [someArea(1, [one, two])]))).toEqual([
    'First2 Last2 has arrived in Area 1.',
  ])
  expect(plain(spokenOf([someArea(1, [one, two])], [someArea(1, [two])]))).toEqual(['First1 Last1 has left Area 1.'])
  const wrote = { ...one, messages: [message] }
  expect(plain(spokenOf([someArea(1, [one])], [someArea(1, [wrote])]))).toEqual(['First1 Last1 wrote.'])
  expect(spokenOf([someArea(1, [wrote])], [someArea(1, [wrote])])).toEqual([])
})
