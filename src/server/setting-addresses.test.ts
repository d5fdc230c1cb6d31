// Every variable's value as people write it, also wrongly: told by name, with the mend, and never with a secret.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { describe, expect, onTestFinished, test } from 'vitest'
import { ConfigProblem, readConfig } from './config.ts'
import { type Setting, settings } from './settings.ts'

const mistakesOf = (env: NodeJS.ProcessEnv) => {
  try {
    readConfig(env, [])
  } catch (error) {
    if (error instanceof ConfigProblem) return error.mistakes
    throw error
  }
  return []
}

const fileWith = (content: string) => {
  const folder = mkdtempSync(join(tmpdir(), 'bedside-config-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'secret')
  writeFileSync(file, content)
  return file
}

const SIGNS = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index))
const passwordRead = (url: string) => new pg.Client({ connectionString: url }).password

describe('[S22] a password full of signs', () => {
  test('percent-encoded it is read as it is, whichever its signs are', () => {
    for (const password of [SIGNS.join(''), ...SIGNS, 'pä"ss\\wörd€', '%41', '%%']) {
      const url = `postgres://bedside:${encodeURIComponent(password)}@db.example.org:5432/bedside?sslmode=verify-full`
      const read = readConfig({ DATABASE_URL: url }, []).databaseUrl ?? ''
      expect(passwordRead(read)).toBe(password)
    }
  })

  test.each([
    ['hunter', '2'],
    // Digits in front make a port of what was a password, and no address is wrong then.
    ['12', '34'],
  ])('as it is, it is read so or refused with how to write it: %s…%s', (before, after) => {
    for (const sign of SIGNS) {
      // %34 is a sign already.
      if (sign === '%' && after === '34') continue
      const password = `${before}${sign}${after}`
      const url = `postgres://bedside:${password}@db.example.org/bedside`
      const mistakes = mistakesOf({ DATABASE_URL: url })
      if (mistakes.length === 0) expect(passwordRead(url), sign).toBe(password)
      else expect(mistakes, sign).toEqual([expect.stringMatching(/^DATABASE_URL .*percent-encoded.*%23/)])
    }
    for (const sign of ['#', '/', '?'])
      expect(mistakesOf({ DATABASE_URL: `postgres://bedside:${before}${sign}${after}@db/bedside` })).toHaveLength(1)
  })

  test('the same holds of the mail server', () => {
    const rest = { BEDSIDE_MAIL_FROM: 'video@example.org', BEDSIDE_URL: 'https://video.example.org' }
    const url = `smtps://me:${encodeURIComponent(SIGNS.join(''))}@mail.example.org`
    expect(readConfig({ ...rest, BEDSIDE_SMTP_URL: url }, []).carriers.email).toMatchObject({ url })
    for (const sign of ['#', '/', '?', '%', ' '])
      expect(mistakesOf({ ...rest, BEDSIDE_SMTP_URL: `smtps://me:12${sign}x4@mail.example.org` })).toEqual([
        expect.stringContaining('percent-encoded'),
      ])
  })
})

test.each([
  ['mysql://u:hunter2@db/x', 'must begin with postgres://'],
  ['postgres:/u:hunter2@db/x', 'must begin with postgres://'],
  ['postgres://u:hunter2@db', 'names no database'],
  ['postgres://u:hunter2@db/', 'names no database'],
  ['postgres://u:hunter2@db/a/b', 'names no database'],
  ['postgres://u:hunter2@/x', 'names no host'],
  ['postgres://u:hunter2@db:99999/x', 'names a port that is none'],
  ['postgres://u:hunter2@db:0/x', 'names a port that is none'],
  ['postgres://u:hunter2@db:54x2/x', 'percent-encoded'],
  ['postgres://u:hunter2%ff@db/x', 'percent-encoded'],
  ['postgres://u:hunter2@db/x?sslmode=verifyfull', 'verify-full'],
  ['postgres://u:hunter2@db/x?sslrootcert=/nowhere/hunter2.pem', 'sslrootcert'],
])('[S2] an address of a database is told what is wrong with it: %s', (url, says) => {
  expect(mistakesOf({ DATABASE_URL: url })).toEqual([expect.stringContaining(says)])
  expect(mistakesOf({ DATABASE_URL: url }).join()).not.toContain('hunter2')
})

test.each([
  'postgresql://db.example.org/bedside',
  'postgres://bedside@%2Fvar%2Frun%2Fpostgresql/bedside',
  'postgres://bedside@/bedside?host=/var/run/postgresql',
  'postgres://bedside:x@[2001:db8::1]:5433/bedside?sslmode=disable',
])('an address of a database that is right: %s', (url) => {
  expect(readConfig({ DATABASE_URL: url }, []).databaseUrl).toBe(url)
})

const secrets = Object.values(settings as Record<string, Setting<unknown>>).filter(({ secret }) => secret)

describe('every secret', () => {
  test('[S23] can stand in a file that a variable with _FILE names, and in one place only', () => {
    expect(secrets.map(({ names }) => names[0])).toContain('DATABASE_URL')
    const url = 'postgres://bedside:x@db.example.org/bedside'
    expect(readConfig({ DATABASE_URL_FILE: fileWith(`${url}\n`) }, []).databaseUrl).toBe(url)
    for (const name of secrets.flatMap(({ names }) => names)) {
      const told = (env: NodeJS.ProcessEnv) => mistakesOf(env).filter((mistake) => mistake.startsWith(`${name}_FILE `))
      expect(told({ [`${name}_FILE`]: '/nowhere/at/all' })).toEqual([
        `${name}_FILE names a file that cannot be read: /nowhere/at/all.`,
      ])
      expect(told({ [`${name}_FILE`]: fileWith(' \n') })).toEqual([expect.stringContaining('names an empty file')])
      expect(mistakesOf({ [name]: 'x', [`${name}_FILE`]: fileWith('y') })).toContain(
        `${name} and ${name}_FILE are both set: keep one.`,
      )
    }
  })

  test('[S3] is in no message about it, from a variable or a file, whatever it looks like', () => {
    const nasty = [
      'hunter2',
      'hunter2#',
      'postgres://u:hunter2#x@db/y',
      'smtp://u:hunter2/@mail',
      'smtps://hunter2:99999',
      '{"d":"hunter2"}',
      '{hunter2',
      'hunter2 \u0000',
      'postgres://u:p@db/x?sslkey=hunter2',
    ]
    for (const [name = ''] of secrets.map(({ names }) => names))
      for (const value of nasty)
        for (const env of [{ [name]: value }, { [`${name}_FILE`]: fileWith(value) }])
          expect(mistakesOf(env).join(), name).not.toContain('hunter2')
  })
})

test('[S21] a STUN or TURN address that browsers refuse is refused at the start, with why', () => {
  const told = (name: string, value: string) =>
    mistakesOf({ [name]: value, BEDSIDE_TURN_SECRET: 'x' }).filter((mistake) => mistake.startsWith(name))
  for (const [value, says] of [
    ['stun:stun.example.org?transport=udp', 'leave it out'],
    ['stuns:stun.example.org', 'take stun:'],
    ['stun:stun.example.org:0', 'from 1 to 65535'],
    ['stun:2001:db8::1', 'in brackets'],
    ['turn:turn.example.org', 'such as stun:'],
  ] as const)
    expect(told('BEDSIDE_STUN_URLS', `stun:a.example, ${value}`)).toEqual([expect.stringContaining(says)])
  for (const [value, says] of [
    ['turn:turn.example.org:99999', 'from 1 to 65535'],
    ['turn:turn.example.org:25', 'another above 1023'],
    ['turn:turn.example.org:600', 'another above 1023'],
    ['turns:turn.example.org?transport=udp', 'take ?transport=tcp'],
    ['turn:turn.example.org?transport=tls', 'may only be'],
    ['turn:192.0.2.999', 'IPv4'],
  ] as const)
    expect(told('BEDSIDE_TURN_URLS', value)).toEqual([expect.stringContaining(says)])
  const six = 'TURN:[2001:db8::1]:3478?transport=udp,turns:[2001:db8::1]:443?transport=tcp'
  expect(readConfig({ BEDSIDE_TURN_URLS: six, BEDSIDE_TURN_SECRET: 'x' }, []).turn?.urls).toEqual([
    'turn:[2001:db8::1]:3478?transport=udp',
    'turns:[2001:db8::1]:443?transport=tcp',
  ])
})

test('[S2] proxies are read by whoever believes them', () => {
  for (const wrong of ['999.1.1.1', '10.0.0.0/99', 'yes please', '10.0.0.1,,'])
    expect(mistakesOf({ BEDSIDE_TRUST_PROXY: wrong }), wrong).toHaveLength(1)
})
