import { randomBytes, randomUUID } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FileList, FileView } from '#contract/file'
import { act, type Clinic, join, openClinic, openConsole } from '../../../test/clinic.ts'
import { type PatientPerson, type Person, patient } from '../../../test/people.ts'
import { columnsWith, deleteWhatIsDue } from '../../../test/retention.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { SESSION_COOKIE } from '../platform/caller.ts'
import { openFileService } from './service.ts'

let server: TestServer
let clinic: Clinic
beforeAll(async () => {
  server = await startTestServer()
  clinic = await openClinic(server)
})
afterAll(() => server.close())

const BYTES = { 'x-bedside': '1', 'content-type': 'application/octet-stream' }
const PLACE = 'Lighthouse Keepers Cottage'
const drawn = (width = 80, height = 40) => sharp({ create: { width, height, channels: 3, background: '#aa3322' } })

const send = (who: PatientPerson, bytes: Uint8Array, id = randomUUID()) =>
  who.call<FileView>('POST', `/api/patient/files/${id}`, bytes, BYTES)
const listed = async (visitId: string) =>
  (await clinic.here.call<FileList>('GET', `/api/staff/visits/${visitId}/files`)).body.files
const store = () => server.served().deps.files
/** Two rounds: what had no row a round ago as well goes. */
async function sweep(): Promise<void> {
  const { sweep: round } = openFileService(server.served().deps)
  await round()
  await round()
}

async function bytesOf(who: Person, visitId: string, fileId: string) {
  const cookie = `${SESSION_COOKIE}=${who.cookie(SESSION_COOKIE)}`
  const reply = await fetch(`${server.url}/api/staff/visits/${visitId}/files/${fileId}`, { headers: { cookie } })
  return { status: reply.status, headers: reply.headers, bytes: Buffer.from(await reply.arrayBuffer()) }
}

/** A PNG that says it is far larger than its bytes. */
function bomb(side: number): Buffer {
  const crcTable = Array.from({ length: 256 }, (_, n) => {
    let c = n
    for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
    return c >>> 0
  })
  const crc = (data: Buffer) => {
    let c = 0xffffffff
    for (const byte of data) c = (crcTable[(c ^ byte) & 0xff] ?? 0) ^ (c >>> 8)
    return (c ^ 0xffffffff) >>> 0
  }
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc(body))
    return Buffer.concat([length, body, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(1_000_000))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

describe('[FI1] photos', () => {
  test('are kept once however often they are sent, at most five, and none after the end', async () => {
    const person = await patient(server, clinic.area)
    const photo = await drawn().jpeg().toBuffer()
    const id = randomUUID()
    const [first, again] = [await send(person, photo, id), await send(person, photo, id)]
    expect([first.status, again.status]).toEqual([200, 200])
    expect(again.body).toEqual(first.body)
    const more = await Promise.all(Array.from({ length: 7 }, () => send(person, photo)))
    expect(more.filter(({ status }) => status === 200)).toHaveLength(4)
    expect(new Set(more.flatMap(({ code }) => code ?? []))).toEqual(new Set(['file/too-many']))
    expect(await listed(person.visitId)).toHaveLength(5)
    expect((await person.call<FileList>('GET', '/api/patient/files')).body.files).toHaveLength(5)
    const other = await patient(server, clinic.area)
    expect((await send(other, photo, id)).code).toBe('request/invalid')
    await act(clinic.here, other.visitId, 'remove')
    expect((await send(other, photo)).code).toBe('visit/already-ended')
  })

  test('of more than 10 MB are refused', async () => {
    const person = await patient(server, clinic.area)
    expect((await send(person, randomBytes(10 * 1024 * 1024 + 1))).code).toBe('request/too-large')
    expect(await listed(person.visitId)).toEqual([])
  })
})

test('[FI2] the content says what a file is; what is no photo is refused and not kept', async () => {
  const person = await patient(server, clinic.area)
  for (const format of ['jpeg', 'png', 'webp'] as const)
    expect((await send(person, await drawn()[format]().toBuffer())).status).toBe(200)
  const whole = await drawn(400, 400).png({ compressionLevel: 0 }).toBuffer()
  const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic'), Buffer.alloc(200)])
  const bad: [string, Uint8Array][] = [
    ['empty', new Uint8Array(0)],
    ['text', Buffer.from('hello')],
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['HTML', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['PDF', Buffer.from('%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript>>>>endobj')],
    ['zip', Buffer.from('PK\x03\x04aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa')],
    ['GIF', Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')],
    ['cut off', whole.subarray(0, whole.length / 2)],
    ['only a head', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
    ['a bomb', bomb(30_000)],
  ]
  for (const [what, bytes] of bad)
    expect([what, (await send(person, bytes)).code]).toEqual([what, 'file/not-a-picture'])
  expect((await send(person, heic)).code).toBe('file/heic')
  expect(await listed(person.visitId)).toHaveLength(3)
})

test('[FI3] [FI4] a photo is written anew, upright, and shown to the desk alone', async () => {
  const person = await patient(server, clinic.area)
  const photo = Buffer.concat([
    await drawn(5000, 100)
      .withExif({ IFD0: { ImageDescription: PLACE, Copyright: PLACE }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer(),
    Buffer.from(`<script>${PLACE}</script>`),
  ])
  const { body } = await send(person, photo)
  expect([body.width, body.height]).toEqual([82, 4096])
  const seen = await bytesOf(clinic.here, person.visitId, body.id)
  expect(seen.status).toBe(200)
  const facts = await sharp(seen.bytes).metadata()
  expect([facts.format, facts.width, facts.height, facts.orientation, facts.exif]).toEqual([
    'jpeg',
    82,
    4096,
    undefined,
    undefined,
  ])
  for (const trace of [PLACE, 'GPS', 'Exif', '<script>']) expect(seen.bytes.includes(trace)).toBe(false)
  expect(seen.headers.get('content-type')).toBe('image/jpeg')
  expect(seen.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'")
  expect(seen.headers.get('x-content-type-options')).toBe('nosniff')
  expect(seen.headers.get('cache-control')).toBe('private, no-store')
  const kept = await store().get(body.id)
  expect(kept?.includes(seen.bytes.subarray(0, 64))).toBe(false)
  expect((await bytesOf(clinic.elsewhere, person.visitId, body.id)).status).toBe(404)
  const other = await patient(server, clinic.area)
  expect((await bytesOf(clinic.here, other.visitId, body.id)).status).toBe(404)
})

test('[FI5] photos go with the details of the visit: the key at once, the file soon after', async () => {
  const person = await patient(server, clinic.area)
  const photo = drawn()
    .withExif({ IFD0: { ImageDescription: PLACE } })
    .jpeg()
  const { body } = await send(person, await photo.toBuffer())
  await sweep()
  expect(await store().get(body.id)).not.toBeNull()
  expect(await columnsWith(server, PLACE)).toEqual([])
  await act(clinic.here, person.visitId, 'remove')
  server.clock.advance(61 * 60_000)
  await deleteWhatIsDue(server)
  expect(await server.sql('select 1 from files where id = $1', [body.id])).toEqual([])
  await sweep()
  expect(await store().get(body.id)).toBeNull()
})

test('[FI7] the queue and the consultation say how many photos somebody sent, as they come', async () => {
  const person = await patient(server, clinic.area)
  const console = await openConsole(clinic.here)
  await send(person, await drawn().jpeg().toBuffer())
  await expect.poll(() => console.everything()).toContain('"photos":1')
  const { view } = await join(clinic.here, console, person.visitId)
  expect(view.photos).toBe(1)
})

test('[FI8] a server on another database removes nothing from the folder', async () => {
  const person = await patient(server, clinic.area)
  const { body } = await send(person, await drawn().jpeg().toBuffer())
  await sweep()
  const { deps } = server.served()
  const elsewhere = openFileService({ ...deps, secret: 'of another database' })
  await expect(elsewhere.sweep()).rejects.toThrow('another database')
  expect(await store().get(body.id)).not.toBeNull()
})
