import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ConfigProblem, readConfig, readOperation } from './config.ts'
import { demoDefaults } from './production.ts'

const mistakesOf = (env: NodeJS.ProcessEnv, argv: string[] = []) => {
  try {
    readConfig(env, argv)
  } catch (error) {
    if (error instanceof ConfigProblem) return error.mistakes
    throw error
  }
  return []
}

describe('reading the configuration', () => {
  test('[S1] nothing set: this machine only, port 3000, ./data, embedded database', () => {
    const config = readConfig({}, [])
    expect(config).toMatchObject({ port: 3000, host: 'localhost', publicUrl: null, databaseUrl: null, lan: false })
    expect(config).toMatchObject({ turn: null, stunUrls: [], iceTransportPolicy: 'all', trustProxy: false })
    expect(isAbsolute(config.dataFolder) && config.dataFolder.endsWith('data')).toBe(true)
  })

  test('[S2] every mistake is told at once, by the name of its variable', () => {
    const mistakes = mistakesOf(
      { BEDSIDE_PORT: '30x', BEDSIDE_URL: 'video.example.org', DATABASE_URL: 'mysql://x', BEDSIDE_LOG_LEVEL: 'loud' },
      ['--wan'],
    )
    const begins = mistakes.map((mistake) => mistake.split(' ')[0])
    expect(begins).toEqual(['"--wan"', 'BEDSIDE_PORT', 'BEDSIDE_URL', 'DATABASE_URL', 'BEDSIDE_LOG_LEVEL'])
  })

  test('[S2] a variable that looks like ours and is none is a mistake, except where Kubernetes sets it', () => {
    expect(mistakesOf({ BEDSIDE_DATABASE: 'x' })[0]).toContain('BEDSIDE_DATABASE is not a setting')
    expect(mistakesOf({ BEDSIDE_SERVICE_HOST: '10.0.0.1', BEDSIDE_PORT_3000_TCP: 'tcp://10.0.0.1:3000' })).toEqual([])
  })

  test('[S3] a mistake never repeats a secret', () => {
    const env = { DATABASE_URL: 'postgresql+x://me:hunter2@db/x', BEDSIDE_TURN_SECRET: 'hunter2', BEDSIDE_PORT: 'x' }
    expect(mistakesOf(env).join()).not.toContain('hunter2')
    expect(mistakesOf(env)).toHaveLength(2)
  })

  test('a variable that is set and empty counts as unset', () => {
    expect(readConfig({ BEDSIDE_PORT: '', PORT: '8080', DATABASE_URL: ' ' }, [])).toMatchObject({
      port: 8080,
      databaseUrl: null,
    })
    expect(readConfig({ BEDSIDE_PORT: '4000', PORT: '8080' }, []).port).toBe(4000)
  })

  test('[S1] --lan listens on all addresses, unless an address is set', () => {
    expect(readConfig({}, ['--lan'])).toMatchObject({ lan: true, host: '0.0.0.0' })
    expect(readConfig({ BEDSIDE_HOST: '192.168.1.5' }, ['--lan']).host).toBe('192.168.1.5')
  })

  test('TURN servers come with their secret, from the variable or from a file', () => {
    const urls = 'turn:turn.example.org:3478, turns:turn.example.org:443?transport=tcp'
    const parsed = ['turn:turn.example.org:3478', 'turns:turn.example.org:443?transport=tcp']
    const folder = mkdtempSync(join(tmpdir(), 'bedside-config-'))
    const file = join(folder, 'secret')
    writeFileSync(file, 'from a file\n')
    const turn = (env: NodeJS.ProcessEnv) => readConfig({ BEDSIDE_TURN_URLS: urls, ...env }, []).turn
    expect(turn({ BEDSIDE_TURN_SECRET: 's' })).toEqual({ urls: parsed, secret: 's', lifetimeSeconds: 14_400 })
    expect(turn({ BEDSIDE_TURN_SECRET_FILE: file })?.secret).toBe('from a file')
    expect(mistakesOf({ BEDSIDE_TURN_URLS: urls })[0]).toContain('needs BEDSIDE_TURN_SECRET')
    expect(mistakesOf({ BEDSIDE_TURN_URLS: urls, BEDSIDE_TURN_SECRET_FILE: join(folder, 'absent') })).toHaveLength(1)
    expect(mistakesOf({ BEDSIDE_TURN_URLS: 'https://turn.example.org' })).toHaveLength(1)
    expect(mistakesOf({ BEDSIDE_ICE_POLICY: 'relay' })[0]).toContain('needs BEDSIDE_TURN_URLS')
    rmSync(folder, { recursive: true })
  })

  test('a mail server comes with a sender and the address that people type, from the variable or from a file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'bedside-config-'))
    const file = join(folder, 'smtp')
    writeFileSync(file, 'smtps://me:hunter2@mail.example.org\n')
    const rest = { BEDSIDE_MAIL_FROM: 'Hillside <video@example.org>', BEDSIDE_URL: 'https://video.example.org' }
    const read = { by: 'smtp', url: 'smtps://me:hunter2@mail.example.org', from: 'Hillside <video@example.org>' }
    expect(readConfig({}, []).carriers).toEqual({ email: null, sms: null })
    expect(readConfig({ BEDSIDE_SMTP_URL: read.url, ...rest }, []).carriers.email).toEqual(read)
    expect(readConfig({ BEDSIDE_SMTP_URL_FILE: file, ...rest }, []).carriers.email).toEqual(read)
    expect(mistakesOf({ BEDSIDE_SMTP_URL: read.url })).toEqual([
      expect.stringContaining('needs BEDSIDE_MAIL_FROM'),
      expect.stringContaining('needs BEDSIDE_URL'),
    ])
    expect(mistakesOf({ BEDSIDE_MAIL_FROM: 'video@example.org' })[0]).toContain('needs BEDSIDE_SMTP_URL')
    expect(mistakesOf({ ...rest, BEDSIDE_SMTP_URL: read.url, BEDSIDE_SMTP_URL_FILE: file })[0]).toContain('keep one')
    writeFileSync(file, 'hunter2')
    for (const env of [{ BEDSIDE_SMTP_URL: 'hunter2@mail' }, { BEDSIDE_SMTP_URL_FILE: file }]) {
      const mistakes = mistakesOf({ ...rest, ...env })
      expect(mistakes.join()).toContain('smtps://name:password@mail.example.org')
      expect(mistakes.join()).not.toContain('hunter2')
    }
    expect(mistakesOf({ ...rest, BEDSIDE_SMTP_URL: read.url, BEDSIDE_MAIL_FROM: 'Hillside' })[0]).toContain('e-mail')
    rmSync(folder, { recursive: true })
  })

  test('[CH3] a carrier of text messages is chosen by name, and comes with all that it needs', () => {
    const BEDSIDE_URL = 'https://video.example.org'
    const hook = {
      BEDSIDE_WEBHOOK_URL: 'https://hook.example.org/x',
      BEDSIDE_WEBHOOK_SECRET: 'a secret of the hook'.replaceAll(' ', '-'),
    }
    // What is set up and not chosen carries nothing.
    expect(readConfig({ BEDSIDE_URL, ...hook }, []).carriers).toEqual({ email: null, sms: null })
    const { carriers } = readConfig({ BEDSIDE_URL, ...hook, BEDSIDE_SMS_BY: 'webhook' }, [])
    expect(carriers).toEqual({
      email: null,
      sms: { by: 'webhook', url: hook.BEDSIDE_WEBHOOK_URL, secret: hook.BEDSIDE_WEBHOOK_SECRET },
    })
    expect(mistakesOf({ BEDSIDE_SMS_BY: 'twilio' })).toEqual([
      expect.stringContaining('BEDSIDE_TWILIO_ACCOUNT'),
      expect.stringContaining('BEDSIDE_TWILIO_TOKEN'),
      expect.stringContaining('BEDSIDE_TWILIO_FROM'),
    ])
    const notify = `test-${'a1b2c3d4-0000-4000-8000-000000000000'}-${'a1b2c3d4-0000-4000-8000-000000000001'}`
    expect(mistakesOf({ BEDSIDE_URL, BEDSIDE_EMAIL_BY: 'notify', BEDSIDE_NOTIFY_KEY: notify })).toEqual([
      expect.stringContaining('BEDSIDE_NOTIFY_EMAIL_TEMPLATE'),
    ])
    const wrong = mistakesOf({ BEDSIDE_URL, BEDSIDE_SMS_BY: 'notify', BEDSIDE_NOTIFY_KEY: 'hunter2' })
    expect(wrong[0]).toMatch(/^BEDSIDE_NOTIFY_KEY .*API key/)
    expect(wrong.join()).not.toContain('hunter2')
  })

  test('[ID1] an identity provider is read with what belongs to it, and its secret is never repeated', () => {
    const issuer = 'https://login.harbour.example/realms/staff'
    const whole = { BEDSIDE_OIDC_ISSUER: issuer, BEDSIDE_OIDC_CLIENT_ID: 'bedside', BEDSIDE_OIDC_CLIENT_SECRET: 'hush' }
    expect(readConfig({}, []).oidc).toBeNull()
    expect(readConfig(whole, []).oidc).toMatchObject({
      issuer,
      name: 'login.harbour.example',
      auth: { kind: 'secret', secret: 'hush' },
      scopes: 'openid profile email',
      acrAccepted: [],
      trustEmail: false,
    })
    const asked = readConfig({ ...whole, BEDSIDE_OIDC_ACR_VALUES: ' AAL3_ANY  AAL2_OR_AAL3_ANY ' }, []).oidc
    expect(asked?.acrAccepted).toEqual(['AAL3_ANY', 'AAL2_OR_AAL3_ANY'])
    for (const wrong of [
      { BEDSIDE_OIDC_ISSUER: 'http://login.harbour.example' },
      { BEDSIDE_OIDC_ISSUER: 'login.harbour.example' },
      { BEDSIDE_OIDC_ISSUER: '' },
      { BEDSIDE_OIDC_CLIENT_ID: '' },
      { BEDSIDE_OIDC_CLIENT_SECRET: '' },
      { BEDSIDE_OIDC_SCOPES: 'profile' },
      { BEDSIDE_OIDC_CLIENT_SECRET_FILE: '/nowhere' },
    ]) {
      const mistakes = mistakesOf({ ...whole, ...wrong })
      expect(mistakes.length, JSON.stringify(wrong)).toBeGreaterThan(0)
      expect(mistakes.join()).not.toContain('hush')
    }
  })

  test('[ID14] a private key is read from its file; a public one, or none, is no key', () => {
    const folder = mkdtempSync(join(tmpdir(), 'bedside-config-'))
    const file = join(folder, 'key.json')
    const settings = {
      BEDSIDE_OIDC_ISSUER: 'https://login.harbour.example',
      BEDSIDE_OIDC_CLIENT_ID: 'bedside',
      BEDSIDE_OIDC_CLIENT_KEY_FILE: file,
    }
    writeFileSync(file, '{"kty":"RSA","d":"private","kid":"a"}')
    expect(readConfig(settings, []).oidc?.auth).toMatchObject({ kind: 'key', jwk: { kid: 'a' } })
    for (const content of ['{"kty":"RSA","n":"public"}', 'not JSON', '[]']) {
      writeFileSync(file, content)
      expect(mistakesOf(settings)).toEqual([
        expect.stringContaining('BEDSIDE_OIDC_CLIENT_KEY_FILE names a file whose value holds no private JSON Web Key'),
      ])
    }
    rmSync(folder, { recursive: true })
  })

  test('the key stands in the data folder, unless it is said where', () => {
    expect(readConfig({ BEDSIDE_DATA: '/srv/bedside' }, []).keyFile).toBe(join('/srv/bedside', 'key'))
    expect(readConfig({ BEDSIDE_KEY_FILE: '/run/secrets/key' }, []).keyFile).toBe('/run/secrets/key')
  })

  test.each([
    ['https://video.example.org/', 'https://video.example.org'],
    ['http://localhost:3000', 'http://localhost:3000'],
  ])('the address people type is kept without a path: %s', (typed, kept) => {
    expect(readConfig({ BEDSIDE_URL: typed }, []).publicUrl).toBe(kept)
  })

  test.each(['https://example.org/video', 'ftp://example.org', 'https://a:b@example.org'])('%s is refused', (typed) => {
    expect(mistakesOf({ BEDSIDE_URL: typed })).toHaveLength(1)
  })

  test.each([
    ['true', true],
    ['2', 2],
    ['10.0.0.0/8, 127.0.0.1,::1', '10.0.0.0/8,127.0.0.1,::1'],
  ])('proxies to believe: %s', (typed, read) => {
    expect(readConfig({ BEDSIDE_TRUST_PROXY: typed }, []).trustProxy).toBe(read)
    expect(mistakesOf({ BEDSIDE_TRUST_PROXY: 'yes please' })).toHaveLength(1)
  })
})

test.each([
  ['backup x', { name: 'backup', file: 'x', yes: false, withKey: null }],
  ['backup --with-key -', { name: 'backup', file: '-', yes: false, withKey: true }],
  ['backup --without-key x --yes', { name: 'backup', file: 'x', yes: true, withKey: false }],
  ['backup:identity x', { name: 'backup:identity', file: 'x' }],
  ['restore --yes x', { name: 'restore', file: 'x', yes: true, identity: null }],
  ['restore --identity key x', { name: 'restore', file: 'x', yes: false, identity: 'key' }],
  ['audit:verify', { name: 'audit:verify', head: null, archives: [] }],
  ['audit:verify a b', { name: 'audit:verify', head: null, archives: ['a', 'b'] }],
  ['audit:archive folder --up-to 2026-05', { name: 'audit:archive', folder: 'folder', upTo: '2026-05' }],
  ['database:prepare bedside', { name: 'database:prepare', role: 'bedside' }],
  ['passwords:allow', { name: 'passwords:allow' }],
  [
    `audit:verify --head 7:${'a'.repeat(64)} a`,
    { name: 'audit:verify', head: { seq: 7, hash: 'a'.repeat(64) }, archives: ['a'] },
  ],
])('a command is read: %s', (typed, operation) => {
  expect(readOperation(typed.split(' '))).toEqual(operation)
})

test.each([
  '',
  'dump',
  'backup',
  'backup a b',
  'restore --no x',
  'restore --without-key x',
  'restore x --identity',
  'restore --identity x',
  'backup x --with-key --without-key',
  'audit:verify --head 7',
  'audit:verify --all',
  'audit:archive folder',
  'audit:archive folder --up-to 2026-13',
])('"%s" is no command, and the answer says which there are', (typed) => {
  expect(() => readOperation(typed.split(' '))).toThrow(/^Nothing was done:[\s\S]*npm run -s backup/)
})

describe('production', () => {
  const right = {
    BEDSIDE_MODE: 'production',
    BEDSIDE_URL: 'https://video.example.org',
    BEDSIDE_TRUST_PROXY: '127.0.0.1',
    BEDSIDE_TURN_URLS: 'turns:turn.example.org:443?transport=tcp',
    BEDSIDE_TURN_SECRET: 'a secret of many characters',
  }
  const demo = (env: NodeJS.ProcessEnv, argv: string[] = []) => demoDefaults(readConfig({ ...right, ...env }, argv))

  test('[S19] nothing set is for trying; production refuses all of what is only good for that, at once', () => {
    expect(readConfig({}, []).production).toBe(false)
    const config = readConfig({ BEDSIDE_MODE: 'production' }, ['--lan'])
    expect(config.production).toBe(true)
    const names = ['BEDSIDE_URL', '--lan', 'BEDSIDE_TRUST_PROXY', 'BEDSIDE_TURN_URLS']
    expect(demoDefaults(config).map((mistake) => mistake.split(' ')[0])).toEqual(names)
    expect(demo({})).toEqual([])
  })

  test.each([
    [{ BEDSIDE_URL: 'http://video.example.org' }, 'BEDSIDE_URL does not begin with https://'],
    [{ BEDSIDE_TRUST_PROXY: 'true' }, 'BEDSIDE_TRUST_PROXY=true believes'],
    [{ BEDSIDE_TURN_SECRET: 'short' }, 'BEDSIDE_TURN_SECRET is shorter'],
  ])('[S19] %j is refused', (env, says) => {
    expect(demo(env)).toEqual([expect.stringContaining(says)])
    expect(demo(env).join()).not.toContain('short ')
  })

  test('the token of the metrics is long, and stands in one place', () => {
    expect(mistakesOf({ BEDSIDE_METRICS_TOKEN: 'short' })[0]).toContain('at least 16 characters')
    expect(readConfig({ BEDSIDE_METRICS_TOKEN: 'x'.repeat(16) }, []).metricsToken).toBe('x'.repeat(16))
    expect(readConfig({}, []).metricsToken).toBeNull()
  })
})
