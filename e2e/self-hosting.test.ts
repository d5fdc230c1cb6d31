// docs/self-hosting.md, run as it stands there: only ports, hosts and folders are replaced. One product on a PostgreSQL of
// its own, behind nginx and behind Caddy, as Debian has them.
import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { connect } from 'node:http2'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfig } from '../src/server/config.ts'
import { demoDefaults } from '../src/server/production.ts'
import { waitUntil } from './browser.ts'
import { documented } from './documented.ts'
import { freePort, type Program, startProgram } from './programs.ts'

const page = documented('docs/self-hosting.md')
const installed = documented('docs/install-debian.md')
const HOST = 'video.example.org'
const POSTGRES = '/usr/lib/postgresql/15/bin'
const TOKEN = 'a token of many characters'.replaceAll(' ', '-')

let folder: string
let programs: Program[]
let server: Program
let port: number
let databasePort: number

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bedside-hosting-'))
  chmodSync(folder, 0o755)
  programs = []
  for (const name of ['etc', 'bin', 'backups']) mkdirSync(join(folder, name))
  port = await freePort()
  databasePort = await freePort()
  makeCertificates()
  await startPostgres()
  writeFileSync(etc('turn-secret'), 'a secret of many characters')
  writeFileSync(etc('bedside-token'), TOKEN)
  writeFileSync(
    etc('database-url'),
    page.take('database-url', {
      'db.example.org': `localhost:${databasePort}`,
      '/etc/bedside/database-ca.pem': etc('ca.pem'),
    }),
  )
  writeFileSync(
    etc('environment'),
    `${page.take('environment', { '/etc/bedside': join(folder, 'etc') })}
BEDSIDE_DATA=${join(folder, 'data')}
BEDSIDE_PORT=${port}
BEDSIDE_METRICS_TOKEN_FILE=${etc('bedside-token')}\n`,
  )
  const command = installed.take('command', {
    'runuser -u bedside -- /usr/bin/node': process.execPath,
    '/etc/bedside/': join(folder, 'etc/'),
    '/opt/bedside': process.cwd(),
  })
  writeFileSync(join(folder, 'bin', 'bedside'), command, { mode: 0o755 })
  server = await startProgram([process.execPath, `--env-file=${etc('environment')}`, 'dist/server/main.js'], port, {
    env: PLAIN,
  })
  programs.push(server)
  await waitUntil('it runs', () => server.said().includes('Bedside is running'))
})
afterAll(async () => {
  for (const program of programs.reverse()) await program.stop()
  rmSync(folder, { recursive: true, force: true })
})

const etc = (name: string) => join(folder, 'etc', name)
/** Without what the tests themselves run with. */
const PLAIN = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '/' }

/** As a terminal would, ending at the first command that fails. */
function shell(commands: string, cwd = folder) {
  const env = { ...PLAIN, PATH: `${join(folder, 'bin')}:${PLAIN.PATH}` }
  const { status, stdout, stderr } = spawnSync('bash', ['-euo', 'pipefail', '-c', commands], {
    cwd,
    env,
    encoding: 'utf8',
  })
  return { status, printed: stdout, said: stdout + stderr }
}

const openssl = (...words: string[]) => execFileSync('openssl', words, { cwd: join(folder, 'etc'), stdio: 'ignore' })

/** A CA of one's own, and by it a certificate for the database and one for the proxies. */
function makeCertificates(): void {
  const fresh = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2']
  for (const name of ['ca', 'other-ca'])
    openssl(...fresh, '-subj', `/CN=${name}`, '-keyout', `${name}.key`, '-out', `${name}.pem`)
  for (const [name, host] of [
    ['database', 'localhost'],
    ['proxy', HOST],
  ] as const)
    openssl(
      ...[
        ...fresh,
        '-CA',
        'ca.pem',
        '-CAkey',
        'ca.key',
        '-subj',
        `/CN=${host}`,
        '-addext',
        `subjectAltName=DNS:${host}`,
      ],
      ...['-addext', 'basicConstraints=CA:FALSE', '-keyout', `${name}.key`, '-out', `${name}.pem`],
    )
}

/** PostgreSQL refuses to run as root: then it runs under the account of its package. */
async function startPostgres(): Promise<void> {
  const root = process.getuid?.() === 0
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  const account = root ? { uid: id('-u'), gid: id('-g') } : {}
  const home = join(folder, 'postgres')
  mkdirSync(home)
  if (root) execFileSync('chown', ['postgres', home, etc('database.key')])
  const run = (...words: string[]) =>
    execFileSync(join(POSTGRES, words[0] ?? ''), words.slice(1), { ...account, cwd: home })
  run('initdb', '-D', join(home, 'data'), '-U', 'postgres', '-A', 'trust')
  const hba = join(home, 'hba')
  writeFileSync(
    hba,
    'local all all trust\nhostssl all all 127.0.0.1/32 scram-sha-256\nhostssl all all ::1/128 scram-sha-256\n',
  )
  const settings = {
    port: databasePort,
    listen_addresses: 'localhost',
    unix_socket_directories: home,
    hba_file: hba,
    ssl: 'on',
    ssl_cert_file: etc('database.pem'),
    ssl_key_file: etc('database.key'),
    fsync: 'off',
  }
  const words = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  programs.push(
    await startProgram([join(POSTGRES, 'postgres'), '-D', join(home, 'data'), ...words], databasePort, {
      ...account,
      cwd: home,
    }),
  )
  // It listens a moment before it takes anybody.
  const ready = () => spawnSync(join(POSTGRES, 'pg_isready'), ['-q', '-h', home, '-p', `${databasePort}`]).status === 0
  await waitUntil('the database is ready', ready)
  execFileSync(
    join(POSTGRES, 'psql'),
    ['-qX', '-v', 'ON_ERROR_STOP=1', '-h', home, '-p', `${databasePort}`, '-U', 'postgres'],
    {
      input: page.take('database'),
      cwd: home,
    },
  )
}

/** Through a proxy as a browser that found it under its name. */
const through = (at: number) => ({
  host: '127.0.0.1',
  port: at,
  servername: HOST,
  rejectUnauthorized: false,
  headers: { host: HOST },
})

/** By HTTP/2: the status, the headers and the body. */
function get(at: number, path: string): Promise<{ status: number; hsts: unknown; body: string }> {
  const session = connect(`https://${HOST}:${at}`, { ...through(at), ALPNProtocols: ['h2'] })
  return new Promise<{ status: number; hsts: unknown; body: string }>((resolve, reject) => {
    session.once('error', reject)
    const stream = session.request({ ':path': path, ':authority': HOST, accept: 'text/html' })
    let [status, hsts, body] = [0, undefined as unknown, '']
    stream.once('response', (headers) => {
      status = Number(headers[':status'])
      hsts = headers['strict-transport-security']
    })
    stream.on('data', (piece: Buffer) => (body += piece.toString()))
    stream.once('end', () => resolve({ status, hsts, body }))
    stream.end()
  }).finally(() => session.close())
}

/** The first words of socket.io's server over a WebSocket; what was answered instead when it does not open. */
function openSocket(at: number, origin: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const asked = request({
      ...through(at),
      path: '/socket.io/?EIO=4&transport=websocket',
      headers: {
        host: HOST,
        origin,
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
      },
    })
    asked.once('error', reject)
    asked.once('response', (response) => {
      response.resume()
      resolve(`status ${response.statusCode}`)
    })
    asked.once('upgrade', (_, socket, head) => {
      const take = (piece: Buffer) => {
        socket.destroy()
        resolve(piece.subarray(2).toString())
      }
      if (head.length > 0) take(head)
      else socket.once('data', take)
    })
    asked.end()
  })
}

async function passes(at: number, refused: number): Promise<void> {
  const door = await get(at, '/staff')
  expect(door).toMatchObject({
    status: 200,
    hsts: 'max-age=31536000',
    body: expect.stringContaining('<!doctype html>'),
  })
  expect(await openSocket(at, `https://${HOST}`)).toMatch(/^0?.*"sid":/)
  expect(await openSocket(at, 'https://elsewhere.example')).toMatch(/^status 4\d\d$/)
  expect((await get(at, '/metrics')).status).toBe(refused)
}

test('[RUN7] the settings of a beginning are taken, in production, with a database that shows its certificate', async () => {
  const ready = await fetch(`http://localhost:${port}/api/open/health/ready`)
  expect(ready.status).toBe(200)
  expect(existsSync(join(folder, 'data', 'postgres'))).toBe(false)
  expect(readFileSync(join(folder, 'data', 'where-to-begin.txt'), 'utf8')).toContain(`https://${HOST}/setup#`)
  const url = readFileSync(etc('database-url'), 'utf8')
  writeFileSync(etc('other-url'), url.replace('ca.pem', 'other-ca.pem'))
  const refused = shell(`DATABASE_URL_FILE=${etc('other-url')} bedside audit:verify`)
  expect(refused.status).not.toBe(0)
  expect(refused.said).toMatch(/certificate/)
})

test('[RUN7] nginx', async () => {
  const at = await freePort()
  const site = page.take('proxy-nginx', {
    'listen 443': `listen ${at}`,
    '/etc/letsencrypt/live/video.example.org/fullchain.pem': etc('proxy.pem'),
    '/etc/letsencrypt/live/video.example.org/privkey.pem': etc('proxy.key'),
    '127.0.0.1:3000': `localhost:${port}`,
  })
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  )
  const file = etc('nginx.conf')
  writeFileSync(file, `pid ${folder}/nginx.pid; events {} http { ${paths.join(' ')}\n${site}}`)
  programs.push(await startProgram(['/usr/sbin/nginx', '-e', 'stderr', '-g', 'daemon off;', '-c', file], at))
  await passes(at, 403)
})

test('[RUN7] Caddy', async () => {
  const [at, plain] = [await freePort(), await freePort()]
  const site = page.take('proxy-caddy', { '127.0.0.1:3000': `localhost:${port}` })
  const file = etc('Caddyfile')
  const own = `https_port ${at}\n http_port ${plain}\n admin off\n local_certs\n skip_install_trust`
  writeFileSync(file, `{\n ${own}\n}\n${site}`)
  const env = { ...PLAIN, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder }
  programs.push(await startProgram(['/usr/bin/caddy', 'run', '--adapter', 'caddyfile', '--config', file], at, { env }))
  await passes(at, 404)
})

test('[RUN7] the scrape of the metrics', async () => {
  const scrape = page.take('metrics', { '127.0.0.1:3000': `localhost:${port}`, '/etc/prometheus': join(folder, 'etc') })
  const [, file = ''] = /credentials_file: ([^ }]+)/.exec(scrape) ?? []
  const [, target = ''] = /targets: \['(.+)'\]/.exec(scrape) ?? []
  const authorization = `Bearer ${readFileSync(file, 'utf8').trim()}`
  const reply = await fetch(`http://${target}/metrics`, { headers: { authorization } })
  expect([reply.status, await reply.text()]).toEqual([200, expect.stringContaining('bedside_open_pages')])
})

test('[RUN7] the sample clinic is removed, if there is one', () => {
  expect(shell(page.take('sample'))).toMatchObject({ status: 0, said: expect.stringContaining('There is no sample') })
})

test('[RUN7] the commands: backup, verification, and after the end of the server a restore', async () => {
  const backups = { '/var/backups/bedside': join(folder, 'backups') }
  expect(shell(page.take('backup', backups))).toMatchObject({
    status: 0,
    said: expect.stringContaining('is not in it'),
  })
  // What was asked is written down, and chained a second later.
  await fetch(`http://localhost:${port}/api/open/reset`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-bedside': '1' },
    body: JSON.stringify({ email: 'nobody@example.org' }),
  })
  let head = ''
  await waitUntil('something is in the chain', () => {
    head = /--head (\S+)/.exec(shell('bedside audit:verify').printed)?.[1] ?? ''
    return head !== ''
  })
  expect(shell(page.take('verify', { '48211:3f9c…': head }))).toMatchObject({ status: 0 })
  await server.stop()
  expect(shell(page.take('restore', backups))).toMatchObject({ status: 0, said: expect.stringContaining('Restored') })
})

test('[RUN7] the settings of each identity provider, and the key for NHS CIS2', () => {
  const settings = (name: string, replaced: Record<string, string> = {}) =>
    Object.fromEntries(
      page
        .take(name, replaced)
        .trim()
        .split('\n')
        .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
    )
  const production = Object.fromEntries(
    readFileSync(etc('environment'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split(/=(.*)/s).slice(0, 2)),
  )
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'))
  const made = shell(page.take('cis2-key'))
  expect(JSON.parse(made.printed)).toMatchObject({ keys: [{ kty: 'RSA', alg: 'RS512', kid: expect.any(String) }] })
  expect(made.said).not.toContain('"d"')
  for (const name of ['entra-secret', 'keycloak-secret']) writeFileSync(etc(name), 'a secret')
  const providers = [
    settings('cis2', { '/etc/bedside/': `${folder}/` }),
    settings('entra', { '/etc/bedside': join(folder, 'etc') }),
    settings('keycloak', { '/etc/bedside': join(folder, 'etc') }),
  ]
  for (const provider of providers) {
    const config = readConfig({ ...production, ...provider }, [])
    expect(config.oidc?.issuer).toBe(provider.BEDSIDE_OIDC_ISSUER)
    expect(demoDefaults(config)).toEqual([])
  }
})

test('[RUN7] nothing on the page is left out', () => {
  // Tried in turn.test.ts.
  expect(page.untried()).toEqual(['turn'])
})
