// What an operator does from a terminal, on the product as its host runs it.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
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

test('a command that is typed wrongly is answered with the commands there are, and nothing else', async () => {
  const { code, said } = await operate(join(tmpdir(), 'bedside-nowhere'), 'backup')
  expect(code).toBe(1)
  expect(said).toMatch(/^Nothing was done:/)
  expect(said).toContain('npm run -s backup -- <file>')
  expect(said).not.toMatch(/\n +at /)
})

test('[RUN1] the commands of package.json leave what is built untouched', async () => {
  const built = () =>
    readdirSync('dist', { recursive: true, encoding: 'utf8' })
      .map((name) => `${name} ${statSync(join('dist', name)).mtimeMs}`)
      .sort()
  const before = built()
  const commands = Object.entries(JSON.parse(readFileSync('package.json', 'utf8')).scripts as Record<string, string>)
    .filter(([, script]) => script.includes('operate'))
    .map(([name]) => name)
  expect(commands).toEqual(expect.arrayContaining(['backup', 'restore', 'passwords:allow', 'audit:verify']))
  for (const name of commands) {
    const child = spawn('npm', ['run', '-s', name, '--', '--unknown'], { stdio: ['ignore', 'ignore', 'pipe'] })
    const said = await text(child.stderr)
    expect(said).toMatch(/^Nothing was done:/)
  }
  expect(built()).toEqual(before)
})

test('[RUN3] [BK5] [SU8] backup and verification beside a running server, restore without one', async () => {
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
    expect(await operate(product.folder, 'backup', file)).toMatchObject({
      code: 0,
      said: expect.stringMatching(/is NOT encrypted.*is not in it/),
    })
    rmSync(file)
    expect(await operate(product.folder, 'backup', file, '--with-key')).toMatchObject({
      code: 0,
      said: expect.stringContaining('is in it, too'),
    })
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(await operate(product.folder, 'backup', file)).toMatchObject({
      code: 1,
      said: expect.stringContaining('is there already'),
    })
    expect(await operate(product.folder, 'restore', file, '--yes')).toMatchObject({
      code: 1,
      said: expect.stringContaining('already running'),
    })
    const nowhere = join(away, 'nowhere', 'saved')
    expect(await operate(product.folder, 'backup', nowhere)).toEqual({
      code: 1,
      said: `${nowhere} cannot be used: there is no such folder.\n`,
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
    const restored = await operate(other, 'restore', file)
    expect(restored).toMatchObject({ code: 0, said: expect.stringContaining('Restored') })
    expect(restored.said).toContain('The key of then is back')
    expect(readFileSync(join(other, 'key'), 'utf8')).toBe(readFileSync(join(product.folder, 'key'), 'utf8'))
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

    const would = await operate(product.folder, 'sample:remove')
    expect(would).toMatchObject({ code: 1, said: expect.stringMatching(/^This would go.* 3 people/) })
    expect(await operate(product.folder, 'sample:remove', '--yes')).toMatchObject({
      code: 0,
      said: expect.stringMatching(/^Removed: Riverside.* 3 people/),
    })
    expect(await operate(product.folder, 'sample:remove', '--yes')).toEqual({
      code: 0,
      said: 'There is no sample clinic.\n',
    })
    const instance = await fetch(`${product.url}/api/open/instance`)
    expect(await instance.json()).toMatchObject({ organisations: [] })
  } finally {
    await product.stop()
    rmSync(away, { recursive: true, force: true })
  }
})

test('[S19] production refuses what is for trying, all of it at once, and makes no database for that', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bedside-production-'))
  const start = async (environment: Record<string, string>) => {
    const child = spawn(process.execPath, ['dist/server/main.js'], {
      env: { ...process.env, BEDSIDE_DATA: folder, BEDSIDE_PORT: '0', BEDSIDE_MODE: 'production', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    const over = once(child, 'close')
    const running = new Promise<void>((resolve) => {
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (chunk: Buffer) => {
          said += chunk.toString()
          if (said.includes('Bedside is running')) resolve()
        })
    })
    await Promise.race([over, running])
    child.kill('SIGTERM')
    await over
    return said
  }
  const right = {
    BEDSIDE_URL: 'https://video.example.org',
    BEDSIDE_TRUST_PROXY: '127.0.0.1',
    BEDSIDE_TURN_URLS: 'turns:turn.example.org:443?transport=tcp',
    BEDSIDE_TURN_SECRET: 'a secret of many characters',
  }
  try {
    const refused = await start({})
    for (const name of ['BEDSIDE_URL', 'BEDSIDE_TRUST_PROXY', 'BEDSIDE_TURN_URLS']) expect(refused).toContain(name)
    expect(existsSync(join(folder, 'postgres'))).toBe(false)
    const begun = await start(right)
    expect(begun).toContain('Bedside is running')
    const begin = readFileSync(join(folder, 'where-to-begin.txt'), 'utf8')
    expect(begin).toContain('Set up your organisation:  https://video.example.org/setup#')
    expect(begin).not.toContain('sample')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
