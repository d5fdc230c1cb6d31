// docs/install-debian.md, walked from top to bottom as far as a machine goes that runs no systemd, in folders of its own:
// accounts are not made, and the packages, the download and `systemctl` are left out.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { waitUntil } from './browser.ts'
import { documented } from './documented.ts'
import { freePort, type Program, startProgram } from './programs.ts'

const page = documented('docs/install-debian.md')
const UNITS = [
  'bedside.service',
  'bedside-backup.service',
  'bedside-verify.service',
  'bedside-backup.timer',
  'bedside-verify.timer',
]
const SERVICES = UNITS.filter((name) => name.endsWith('.service'))
const PLAIN = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '/' }

let root: string
let port: number
let server: Program | null = null

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'bedside-install-'))
  port = await freePort()
  for (const name of ['etc', 'var', 'usr/local/bin', 'etc/systemd/system', 'opt'])
    mkdirSync(join(root, name), { recursive: true })
})
afterAll(async () => {
  await server?.stop()
  rmSync(root, { recursive: true, force: true })
})

const me = () => execFileSync('id', ['-un'], { encoding: 'utf8' }).trim()

/** A block with the folders of this test in the place of the machine's, and this account in the place of the service's. */
function here(name: string): string {
  return page
    .take(name)
    .replaceAll(/(?<![\w.])\/(etc|var|usr\/local)\//g, `${root}/$1/`)
    .replaceAll('/usr/bin/node', process.execPath)
    .replaceAll('/opt/bedside', process.cwd())
    .replaceAll('runuser -u bedside -- ', '')
    .replaceAll('localhost:3000', `localhost:${port}`)
    .replaceAll(/^useradd .*\n/gm, '')
    .replaceAll('-o bedside -g bedside', `-o ${me()}`)
    .replaceAll('-o root -g bedside', `-o ${me()}`)
    .replaceAll(/^chown root:bedside .*\n/gm, '')
}

function shell(commands: string) {
  const env = { ...PLAIN, PATH: `${root}/usr/local/bin:${PLAIN.PATH}` }
  const { status, stdout, stderr } = spawnSync('bash', ['-euc', commands], { cwd: root, env, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${commands}\nended with ${status}:\n${stdout}${stderr}`)
  return stdout
}

const mode = (path: string) => (statSync(join(root, path)).mode & 0o777).toString(8)
const install = (path: string, block: string) => writeFileSync(join(root, path), here(block))
const lineOf = (unit: string, key: string) => new RegExp(`^${key}=(.*)$`, 'm').exec(here(unit))?.[1] ?? ''

test('[RUN9] folders, secrets and settings, each with its mode', () => {
  shell(here('folders'))
  shell(here('secrets'))
  shell(here('environment'))
  expect(['var/lib/bedside', 'var/backups/bedside', 'etc/bedside'].map(mode)).toEqual(['700', '700', '750'])
  expect(['etc/bedside/turn-secret', 'etc/bedside/environment'].map(mode)).toEqual(['640', '640'])
  install('usr/local/bin/bedside', 'command')
  shell(here('command-mode'))
  expect(mode('usr/local/bin/bedside')).toBe('755')
})

test('[RUN9] the units are what systemd understands, and open little', () => {
  for (const name of UNITS) writeFileSync(join(root, 'etc/systemd/system', name), here(name))
  const unit = (name: string) => join(root, 'etc/systemd/system', name)
  const verified = spawnSync('systemd-analyze', ['verify', '--man=no', ...UNITS.map(unit)], { encoding: 'utf8' })
  expect([verified.status, verified.stderr.split('\n').filter((line) => line.includes(root))]).toEqual([0, []])
  for (const name of SERVICES) {
    const { stdout } = spawnSync('systemd-analyze', ['security', '--offline=true', unit(name)], { encoding: 'utf8' })
    const [, exposure = '10'] = /Overall exposure level for .*: ([\d.]+)/.exec(stdout) ?? []
    // Below 5 systemd calls it "OK"; from there on "MEDIUM".
    expect(Number(exposure), name).toBeLessThan(5)
    if (name === 'bedside.service') expect(page.text()).toContain(`says ${exposure} of 10`)
  }
})

test('[RUN9] the service starts, is ready, and shows where to begin', async () => {
  const environment = join(root, 'etc/bedside/environment')
  // Its own port, and no more than that.
  writeFileSync(environment, `${readFileSync(environment, 'utf8')}BEDSIDE_PORT=${port}\n`)
  expect(lineOf('bedside.service', 'EnvironmentFile')).toBe(environment)
  const [program = '', ...words] = lineOf('bedside.service', 'ExecStart').split(' ')
  server = await startProgram([program, `--env-file=${environment}`, ...words], port, { env: PLAIN })
  await waitUntil('it runs', () => server?.said().includes('Bedside is running') ?? false)
  const said = shell(here('begin'))
  expect(said).toContain('https://video.example.org/setup#')
  expect(mode('var/lib/bedside/where-to-begin.txt')).toBe('600')
})

test('[RUN9] the organisation is set up with the link, and its door is open', async () => {
  const [, token = ''] =
    /setup#(\S+)/.exec(readFileSync(join(root, 'var/lib/bedside/where-to-begin.txt'), 'utf8')) ?? []
  const own = {
    organisationName: 'Harbour',
    serviceName: 'Knee',
    areaName: 'Knee clinic',
    name: 'Ada',
    email: 'ada@harbour.example',
  }
  const reply = await fetch(`http://localhost:${port}/api/open/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-bedside': '1', cookie: 'bedside_kept=1; __Host-bedside_kept=1' },
    body: JSON.stringify({ token, password: 'a long enough sentence', ...own }),
  })
  expect([reply.status, await reply.json()]).toEqual([200, expect.objectContaining({ role: 'administrator' })])
  expect((await fetch(`http://localhost:${port}/at/knee-clinic`)).status).toBe(200)
})

test('[RUN9] the nightly backup and verification do what they say, and the command does by hand', () => {
  const run = (unit: string, key: string) => {
    const command = lineOf(unit, key).replaceAll('$$', '$').replaceAll('%%', '%').replaceAll('*.gz', "'*.gz'")
    return shell(`set -a; . '${root}/etc/bedside/environment'; set +a; umask ${lineOf(unit, 'UMask')}; ${command}`)
  }
  run('bedside-backup.service', 'ExecStart')
  const old = join(root, 'var/backups/bedside/2020-01-01.gz')
  writeFileSync(old, '')
  execFileSync('touch', ['-d', '2020-01-01', old])
  run('bedside-backup.service', 'ExecStartPost')
  const kept = readdirSync(join(root, 'var/backups/bedside'))
  expect(kept).toEqual([expect.stringMatching(/^\d{4}-\d\d-\d\d\.gz$/)])
  expect(mode(`var/backups/bedside/${kept[0]}`)).toBe('600')
  expect(run('bedside-verify.service', 'ExecStart')).toContain('as it was written')
  expect(shell('bedside audit:verify')).toContain('as it was written')
})

test('[RUN9] nothing on the page is left out but what needs the network or a running systemd', () => {
  expect(page.untried()).toEqual(['packages', 'node', 'code', 'journal', 'start', 'certificate'])
  for (const block of page.untried().filter((name) => name !== 'journal'))
    expect(spawnSync('bash', ['-n'], { input: page.take(block) }).status).toBe(0)
})
