// What an operator does from a terminal, on the product as its host runs it.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { waitUntil } from './browser.ts'
import { sampleClinic } from './people.ts'
import { startProduct } from './product.ts'

async function operate(folder: string, ...words: string[]) {
  const child = spawn(process.execPath, ['dist/server/operate.js', ...words], {
    env: { ...process.env, BEDSIDE_DATA: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const [code] = (await once(child, 'close')) as [number]
  return { code, said }
}

test('[BK5] backup and verification beside a running server, restore without one', async () => {
  const away = mkdtempSync(join(tmpdir(), 'bedside-backup-'))
  const file = join(away, 'saved')
  const product = await startProduct()
  try {
    const clinic = await sampleClinic(product.url, product.link('sample'))
    const door = await fetch(clinic.door('Physiotherapy'))
    expect(door.status).toBe(200)

    let noted = ''
    await waitUntil('what was done is in the chain', async () => {
      const verified = await operate(product.folder, 'audit:verify')
      expect(verified).toMatchObject({ code: 0, said: expect.stringContaining('as it was written') })
      noted = /--head (\S+)/.exec(verified.said)?.[1] ?? ''
      return noted !== ''
    })
    expect(await operate(product.folder, 'backup', file)).toMatchObject({ code: 0 })
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(await operate(product.folder, 'backup', file)).toMatchObject({
      code: 1,
      said: expect.stringContaining('is there already'),
    })
    expect(await operate(product.folder, 'restore', file, '--yes')).toMatchObject({
      code: 1,
      said: expect.stringContaining('already running'),
    })
    await product.end()

    const other = join(away, 'data')
    expect(await operate(other, 'backup', file)).toMatchObject({
      code: 1,
      said: expect.stringContaining('There is no database'),
    })
    expect(await operate(other, 'restore', join(away, 'none'))).toMatchObject({
      code: 1,
      said: expect.stringContaining('There is no file'),
    })
    writeFileSync(join(away, 'other'), 'something else')
    expect(await operate(other, 'restore', join(away, 'other'))).toMatchObject({
      code: 1,
      said: expect.stringContaining('no backup'),
    })
    expect(await operate(other, 'restore', file)).toMatchObject({ code: 0, said: expect.stringContaining('Restored') })
    expect(await operate(other, 'restore', file)).toMatchObject({ code: 1, said: expect.stringContaining('--yes') })
    expect(await operate(other, 'audit:verify', '--head', noted)).toMatchObject({ code: 0 })
    expect(
      await operate(
        other,
        'audit:verify',
        '--head',
        noted.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
      ),
    ).toMatchObject({ code: 1, said: expect.stringContaining('is not the one that was noted') })
    expect(await operate(product.folder, 'restore', file, '--yes')).toMatchObject({ code: 0 })
    await product.start()
    expect((await fetch(clinic.door('Physiotherapy'))).status).toBe(200)
  } finally {
    await product.stop()
    rmSync(away, { recursive: true, force: true })
  }
})
