import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openClinic } from '../../../test/clinic.ts'
import { serverForThisTest } from '../../../test/server.ts'
import { COACH_POLICY, FILE_POLICY, policyOf } from './pages.ts'

test('[FC10] only the thread of the framing coach may compile WebAssembly, and may load from nowhere else', () => {
  for (const copy of ['', '.br', '.gz'])
    expect(policyOf(`/srv/web/assets/pose-worker-DJ1gc--A.js${copy}`)).toBe(COACH_POLICY)
  for (const path of ['/srv/web/assets/patient-DJ1gc.js', '/srv/web/pose-worker-x.js', '/srv/web/patient.html'])
    expect(policyOf(path)).toBe(FILE_POLICY)
  expect(COACH_POLICY).not.toMatch(/'unsafe|http|\*/)
})

test('[AC7] a file carries the headers of a file, and nothing that only a page needs', async () => {
  const webFolder = await mkdtemp(join(tmpdir(), 'bedside-web-'))
  onTestFinished(() => rm(webFolder, { recursive: true }))
  await mkdir(join(webFolder, 'assets'))
  for (const name of ['patient.html', 'staff.html', 'assets/patient-x.js']) await writeFile(join(webFolder, name), '1')
  const server = await serverForThisTest({ webFolder })
  const { status, headers } = await fetch(`${server.url}/assets/patient-x.js`)
  expect(status).toBe(200)
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-security-policy': FILE_POLICY,
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'cache-control': 'public, max-age=31536000, immutable',
  })
  for (const name of ['permissions-policy', 'referrer-policy', 'x-frame-options']) expect(headers.get(name)).toBeNull()
})

test('[P35] the number in a page that does not open is the one of the area, and never more than text', async () => {
  const webFolder = await mkdtemp(join(tmpdir(), 'bedside-web-'))
  onTestFinished(() => rm(webFolder, { recursive: true }))
  const page = '<script type="application/json" id="welcome"></script><p id="clinic-number">In your letter.</p>'
  for (const name of ['patient.html', 'staff.html']) await writeFile(join(webFolder, name), page)
  const server = await serverForThisTest({ webFolder })
  const { area, administrator } = await openClinic(server)
  const shown = async (path: string) => (await (await fetch(server.url + path)).text()).replace(/^.*<p /, '<p ')
  const none = '<p id="clinic-number">In your letter.</p>'
  expect([await shown(`/at/${area.slug}`), await shown('/at/no-such-area'), await shown('/check')]).toEqual([
    none,
    none,
    none,
  ])
  const set = { support: { phone: '01632 $& "><b>7</b>', email: '' } }
  const url = `/api/staff/settings/areas/${area.id}/own`
  expect((await administrator.call('PUT', url, { set, giveBack: [] })).status).toBe(200)
  expect(await shown(`/at/${area.slug}`)).toBe(
    '<p id="clinic-number"><a href="tel:016327">01632 $&#38; &#34;&#62;&#60;b&#62;7&#60;/b&#62;</a></p>',
  )
})
