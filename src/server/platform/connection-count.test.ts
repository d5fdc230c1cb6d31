import { expect, test } from 'vitest'
import { openBrowser } from '../../../test/browser.ts'
import { openClinic, waitingPatient } from '../../../test/clinic.ts'
import { serverForThisTest } from '../../../test/server.ts'
import { countConnections } from './connection-count.ts'

const from = (address: string) => ({ headers: { 'x-forwarded-for': address } })

test('[RT23] an address has its number of connections, and whoever goes leaves room', async () => {
  const server = await serverForThisTest({ connectionsPerAddress: 3, trustProxy: true })
  const person = await waitingPatient(await openClinic(server))
  const here = from('198.51.100.7')
  const pages = [await person.socket(here), await person.socket(here), await person.socket(here)]
  await expect(person.socket(here)).rejects.toThrow()
  await expect(person.socket({ ...here, transports: ['polling'] })).rejects.toThrow()
  expect((await person.socket(from('198.51.100.8'))).connected).toBe(true)
  pages[0]?.close()
  const { hub } = server.served().deps
  while (hub.size() > 4) await new Promise((resolve) => setImmediate(resolve))
  expect((await person.socket(here)).connected).toBe(true)
})

test('[RT23] of strangers there is a small part of it', async () => {
  const server = await serverForThisTest({ connectionsPerAddress: 40, trustProxy: true })
  const person = await waitingPatient(await openClinic(server))
  const here = from('198.51.100.7')
  const stranger = () => openBrowser(server).connect('staff', here)
  await stranger()
  await stranger()
  await expect(stranger()).rejects.toThrow('request/too-many')
  expect((await person.socket(here)).connected).toBe(true)
  expect((await openBrowser(server).connect('staff', from('198.51.100.8'))).connected).toBe(true)
})

test('[RT23] connecting again and again has a limit too, and everybody may come back at once after a restart', () => {
  let now = 0
  const count = countConnections(100, () => now)
  const connect = () => count.mayConnect('192.0.2.1')
  for (let come = 0; come < 200; come++) expect(connect()).toBe(true)
  expect(connect()).toBe(false)
  expect(count.mayConnect('192.0.2.2')).toBe(true)
  now = 60_000
  expect(connect()).toBe(true)
})

test('[RT23] a network of IPv6 counts as one address', () => {
  const count = countConnections(1)
  expect(count.enter('2001:db8:0:1::7')).not.toBeNull()
  expect(count.mayConnect('2001:db8:0:1:aaaa:bbbb:cccc:dddd')).toBe(false)
  expect(count.mayConnect('2001:db8:0:2::7')).toBe(true)
})
