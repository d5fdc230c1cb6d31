import { X509Certificate } from 'node:crypto'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import https from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lanAddresses, lanCertificate, qrForTerminal } from './lan.ts'

const DAY_MS = 86_400_000
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bedside-lan-'))
})
afterAll(() => rm(folder, { recursive: true }))

describe('--lan', () => {
  test('[S17] the certificate serves HTTPS and names every address, also to a checking visitor', async () => {
    const { key, cert } = await lanCertificate(folder, ['192.168.1.5', '10.1.2.3'])
    const server = https.createServer({ key, cert }, (_, reply) => reply.end('here'))
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const { port } = server.address() as AddressInfo
    const answer = await new Promise<string>((resolve, reject) => {
      https
        .get({ host: '127.0.0.1', port, ca: cert }, (reply) => reply.once('data', (data) => resolve(String(data))))
        .once('error', reject)
    })
    expect(answer).toBe('here')
    const certificate = new X509Certificate(cert)
    for (const address of ['192.168.1.5', '10.1.2.3', '127.0.0.1']) expect(certificate.checkIP(address)).toBe(address)
    expect(certificate.checkHost('localhost')).toBe('localhost')
    await new Promise((closed) => server.close(closed))
  })

  test('[S17] it is kept, closed to other accounts, and made anew for other addresses or shortly before its end', async () => {
    const addresses = ['192.168.1.5']
    const now = new Date()
    const first = await lanCertificate(folder, addresses, now)
    expect(await lanCertificate(folder, addresses, now)).toEqual(first)
    expect((await stat(join(folder, 'lan-certificate.json'))).mode & 0o077).toBe(0)
    const moved = await lanCertificate(folder, ['192.168.1.6'], now)
    expect(moved).not.toEqual(first)
    const end = Date.parse(new X509Certificate(moved.cert).validTo)
    expect(await lanCertificate(folder, ['192.168.1.6'], new Date(end - 31 * DAY_MS))).toEqual(moved)
    expect(await lanCertificate(folder, ['192.168.1.6'], new Date(end - 29 * DAY_MS))).not.toEqual(moved)
  })

  test("this machine's addresses are those that others can reach", () => {
    for (const address of lanAddresses()) expect(address).not.toMatch(/^127\./)
  })

  test('the QR code is drawn in lines of equal width', async () => {
    const lines = (await qrForTerminal('https://192.168.1.5:3000/', false)).split('\n').filter((line) => line !== '')
    expect(lines.length).toBeGreaterThan(10)
    expect(new Set(lines.map((line) => line.length)).size).toBe(1)
    const coloured = (await qrForTerminal('https://192.168.1.5:3000/', true)).split('\n').filter((line) => line !== '')
    expect(coloured).toEqual(lines.map((line) => `\x1b[30;107m${line}\x1b[0m`))
  })
})
