// Leaving the page at once: what is done with the browser's history, and what counts as three presses.
import { expect, test } from 'vitest'
import { words } from '#text/quick-exit'
import { type ExitWorld, exitQuickly, thrice } from './quick-exit.ts'

function world(depth: number) {
  const done: string[] = []
  const exit: ExitWorld = {
    cover: () => done.push('cover'),
    depth: () => depth,
    back(steps, run) {
      done.push(`back ${steps}`)
      run()
    },
    replace: (address) => done.push(address),
  }
  return { exit, done }
}

test('[P66] a quick exit covers the page, goes back past every step of the journey, and puts another page in its place', () => {
  const { exit, done } = world(2)
  exitQuickly(exit)
  expect(done).toEqual(['cover', 'back 2', words.address])
})

test('[P66] from the first step nothing is gone back', () => {
  const { exit, done } = world(0)
  exitQuickly(exit)
  expect(done).toEqual(['cover', words.address])
})

test('[P66] three presses of Escape in a row leave, and presses far apart do not', () => {
  let at = 0
  let left = 0
  const press = thrice(
    () => left++,
    () => at,
  )
  for (const time of [0, 2000, 2500]) {
    at = time
    press()
  }
  expect(left).toBe(0)
  at = 2900
  press()
  expect(left).toBe(1)
  at = 3000
  press()
  expect(left).toBe(1)
})
