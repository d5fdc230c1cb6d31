import { describe, expect, it } from 'vitest'
import { createStore } from '../kit/store.ts'
import { type Steps, watchBackButton } from './back-button.ts'
import type { Screen } from './journey-model.ts'

type At = Screen['at']

/** The history of a browser, with `depths[at]` as the entry it stands at. */
function history(...depths: (number | null)[]) {
  let at = depths.length - 1
  let told = () => {}
  const move = (to: number) => {
    at = to
    told()
  }
  const steps: Steps = {
    depth: () => depths[at] ?? null,
    push(depth) {
      depths.splice(++at, depths.length, depth)
    },
    replace(depth) {
      depths[at] = depth
    },
    back: () => move(at - 1),
    onMove(listener) {
      told = listener
    },
  }
  const fragment = () => {
    depths.splice(++at, depths.length, null)
    told()
  }
  return { steps, depths, fragment, go: (by: number) => move(at + by) }
}

function journeyAt(first: At) {
  const screen = createStore({ at: first } as Screen)
  const to = (at: At) => screen.set({ at, start: at === 'door' ? () => to('details') : null } as unknown as Screen)
  const before: Partial<Record<At, At>> = { details: 'door', equipment: 'details' }
  const back = () => {
    const earlier = before[screen.get().at]
    if (earlier) to(earlier)
  }
  return { screen, back, to, at: () => screen.get().at }
}

function opened(...depths: (number | null)[]) {
  const browser = history(...depths)
  const journey = journeyAt('looking')
  watchBackButton(journey, browser.steps)
  journey.to('door')
  return { browser, journey }
}

describe('Back, Forward and reload of a patient’s page', () => {
  it('[TX4] Back leads one step back in the journey, and two steps when it is pressed for long', () => {
    const { browser, journey } = opened(null)
    journey.to('details')
    journey.to('equipment')
    browser.go(-1)
    expect(journey.at()).toBe('details')
    browser.go(1)
    journey.to('equipment')
    browser.go(-2)
    expect(journey.at()).toBe('door')
  })

  it('[TX4] a fragment, such as that of the link to the main content, is no step back', () => {
    const { browser, journey } = opened(null)
    journey.to('details')
    browser.fragment()
    expect(journey.at()).toBe('details')
    browser.go(-1)
    expect(journey.at()).toBe('details')
    browser.go(-1)
    expect(journey.at()).toBe('door')
  })

  it('[TX4] Forward opens the form again, and never passes it', () => {
    const { browser, journey } = opened(null)
    journey.to('details')
    journey.to('equipment')
    browser.go(-2)
    browser.go(1)
    expect(journey.at()).toBe('details')
    browser.go(1)
    expect(journey.at()).toBe('details')
    browser.go(-1)
    expect(journey.at()).toBe('door')
  })

  it('[TX4] after a reload the journey begins at the door, and going on leaves no second step behind', () => {
    const { browser, journey } = opened(0, 1)
    journey.to('details')
    expect(browser.depths).toEqual([0, 1])
    browser.go(-1)
    expect(journey.at()).toBe('door')
  })
})
