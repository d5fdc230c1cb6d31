import { expect, it } from 'vitest'
import { createReadAgain } from './read-again.ts'

it('the first contact reads nothing twice, but what was refused; every later one reads all of it', () => {
  const read: string[] = []
  const reading = (name: string, refused: boolean) => ({ refused: () => refused, load: () => read.push(name) })
  const readAgain = createReadAgain([reading('notes', false), reading('plans', true)])
  readAgain()
  expect(read).toEqual(['plans'])
  readAgain()
  expect(read).toEqual(['plans', 'notes', 'plans'])
})
