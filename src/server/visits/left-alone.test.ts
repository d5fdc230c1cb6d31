import { expect, test } from 'vitest'
import { participantChannel } from '../platform/channels.ts'
import { openLeftAlone } from './left-alone.ts'
import { participantId } from './participant-id.ts'

function setUp() {
  const pages = new Set<string>()
  const seen = [{ visitId: 'anna', pageId: 'page', practitionerId: 'priya' }]
  const held: string[] = []
  const hub = { isOpen: () => true, isEmpty: (channel: string) => !pages.has(channel) }
  const service = {
    async holdForGone(visitId: string, pageId: string, isBack: () => boolean) {
      if (!isBack()) held.push(`${visitId} ${pageId}`)
    },
  }
  const alone = openLeftAlone(hub, async () => seen, service)
  const look = async (times: number) => {
    for (let time = 0; time < times; time++) await alone.look()
  }
  return { pages, held, hub, look }
}

test('[V18] a patient whose practitioner’s page stays away is put on hold, once, after four looks', async () => {
  const { held, look } = setUp()
  await look(3)
  expect(held).toEqual([])
  await look(1)
  expect(held).toEqual(['anna page'])
})

test('[V18] a page that came back in time, as after a reload, begins the count anew', async () => {
  const { pages, held, look } = setUp()
  await look(3)
  pages.add(participantChannel(participantId('anna', 'priya')))
  await look(1)
  pages.clear()
  await look(3)
  expect(held).toEqual([])
})

test('[V18] a server that is closing sends its pages away itself, and holds nobody', async () => {
  const { held, hub, look } = setUp()
  hub.isOpen = () => false
  await look(10)
  expect(held).toEqual([])
})
