import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Deps } from '../deps.ts'
import type { Event } from '../platform/events.ts'
import { openPush } from './push.ts'
import type { Snapshots } from './snapshots.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('[Q5] a visit is looked at again as it changes, and after a join once its first picture has had its moment', async () => {
  const looks: string[] = []
  let happen: (event: Event) => void = () => {}
  const events = { on: (listener: typeof happen) => (happen = listener), onGap() {} }
  const hub = { isEmpty: (channel: string) => !channel.startsWith('visit:'), send() {}, size: () => 0 }
  const snapshots = { patient: async (visitId: string) => void looks.push(visitId) }
  openPush({ events, hub } as unknown as Deps, snapshots as unknown as Snapshots)
  happen({ kind: 'joined', visitId: 'joined', areaId: 'area', places: true })
  happen({ kind: 'visit', visitId: 'changed', areaId: 'area', places: false })
  expect(looks).toEqual(['changed'])
  await vi.advanceTimersByTimeAsync(1000)
  expect(looks).toEqual(['changed', 'joined'])
})
