import { describe, expect, test } from 'vitest'
import { POINTS, type Seen } from '#domain/framing'
import { fakeTime, settled } from '../../../test/call/fake-time.ts'
import { createCoach, type Poser } from './coach-model.ts'

const seenAs = (score: number): Seen => ({
  points: Object.fromEntries(
    POINTS.map((name, index) => [name, { x: 0.45 + (index % 2) / 10, y: 0.1 + (index / 17) * 0.75, score }]),
  ) as Seen['points'],
  brightness: 0.5,
})
const STANDING = seenAs(0.8)
const NOBODY = seenAs(0.02)

function world(first: Seen | null = NOBODY) {
  const time = fakeTime()
  let clock = 0
  const eyes = { sees: first as Seen | null, opened: 0, closed: 0, looks: 0, takesMs: 40, fails: false }
  const openPoser = async (): Promise<Poser> => {
    eyes.opened++
    if (eyes.fails) throw new Error('no model')
    return {
      async find() {
        eyes.looks++
        clock += eyes.takesMs
        return eyes.sees
      },
      close() {
        eyes.closed++
      },
    }
  }
  const coach = createCoach({ openPoser, later: time.later, clock: () => clock })
  const pass = async (ms: number) => {
    for (const end = clock + ms; clock < end; ) {
      clock += 100
      await time.pass(100)
    }
    await settled()
  }
  return { coach, eyes, pass }
}

describe('[FC5] the coach', () => {
  test('[FC5] loads nothing and looks at nothing until something is to be in sight', async () => {
    const { coach, eyes, pass } = world()
    await pass(2000)
    coach.want([])
    await pass(2000)
    expect(eyes).toMatchObject({ opened: 0, looks: 0 })
  })

  test('[FC5] says what to do, and is done and gone when all is in sight', async () => {
    const { coach, eyes, pass } = world()
    coach.want(['head', 'feet'])
    await pass(3000)
    expect(coach.state.get()).toEqual({ kind: 'saying', instruction: { kind: 'come-in' } })
    eyes.sees = STANDING
    await pass(4000)
    expect(coach.state.get()).toEqual({ kind: 'done' })
    expect(eyes.closed).toBe(1)
    const { looks } = eyes
    await pass(3000)
    expect(eyes.looks).toBe(looks)
  })

  test('[FC5] looks about three times a second, never faster', async () => {
    const { coach, eyes, pass } = world()
    coach.want(['head'])
    await pass(6000)
    expect(eyes.looks).toBeGreaterThan(8)
    expect(eyes.looks).toBeLessThanOrEqual(19)
  })

  test('[FC5] rests while there is no picture', async () => {
    const { coach, pass } = world(null)
    coach.want(['head'])
    await pass(3000)
    expect(coach.state.get()).toEqual({ kind: 'looking' })
  })

  test('[FC6] turned off it stays off, also when the plan changes, until the person asks for it again', async () => {
    const { coach, eyes, pass } = world()
    coach.want(['head'])
    await pass(500)
    coach.actions.get().turnOff?.()
    coach.want(['head', 'feet'])
    await pass(3000)
    expect(coach.state.get()).toEqual({ kind: 'off' })
    expect(eyes).toMatchObject({ opened: 1, closed: 1 })
    coach.actions.get().again?.()
    await pass(3000)
    expect(coach.state.get().kind).toBe('saying')
  })

  test('[FC7] a device that cannot, or is too slow for it, is left alone without a word', async () => {
    const broken = world()
    broken.eyes.fails = true
    broken.coach.want(['head'])
    await broken.pass(500)
    expect(broken.coach.state.get()).toEqual({ kind: 'unable' })
    const slow = world()
    slow.eyes.takesMs = 2000
    slow.coach.want(['head'])
    await slow.pass(12_000)
    expect(slow.coach.state.get()).toEqual({ kind: 'unable' })
    expect(slow.eyes).toMatchObject({ looks: 3, closed: 1 })
    expect(slow.coach.actions.get().again).toBeNull()
  })
})
