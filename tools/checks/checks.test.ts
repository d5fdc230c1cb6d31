// Each check finds what it is for, and leaves alone what is right.
import { describe, expect, test } from 'vitest'
import { type Check, toSource } from '../sources.ts'
import { compareArrows } from './diagram.ts'
import { doors } from './doors.ts'
import { entries } from './entries.ts'
import { wordsTwice } from './glossary.ts'
import { imports } from './imports.ts'
import { long, names, opening, tooLong } from './layout.ts'
import { namedInVain } from './named-files.ts'
import { regexes } from './regexes.ts'
import { rules } from './rules.ts'
import { words } from './words.ts'

type Files = Readonly<Record<string, string>>
const found = (check: Check, files: Files) =>
  check(Object.entries(files).map(([path, text]) => toSource(path, text))).map(({ path, says }) => `${path} ${says}`)

/** A file that imports one other, which exists. */
const pair = (path: string, statement: string, other: string): Files => ({ [path]: `${statement}\n`, [other]: '' })

describe('import rules', () => {
  test.each([
    ['the domain from the contract', 'src/domain/visit.ts', "import '#contract/visit'", 'src/contract/visit.ts'],
    ['the domain from a package', 'src/domain/visit.ts', "import x from 'typebox'", ''],
    ['the contract from the server', 'src/contract/visit.ts', "import '../server/app.ts'", 'src/server/app.ts'],
    [
      'the server from the browser',
      'src/server/app.ts',
      "import type { A } from '../web/kit/store.ts'",
      'src/web/kit/store.ts',
    ],
    [
      'the browser from the server',
      'src/web/kit/store.ts',
      "import type { A } from '../../server/app.ts'",
      'src/server/app.ts',
    ],
    ['schemas in the browser', 'src/web/kit/store.ts', "import { V } from '#contract/visit'", 'src/contract/visit.ts'],
    [
      'a slice from another',
      'src/server/notes/service.ts',
      "import '../visits/service.ts'",
      'src/server/visits/service.ts',
    ],
    [
      'a slice from deps at run time',
      'src/server/notes/service.ts',
      "import { d } from '../deps.ts'",
      'src/server/deps.ts',
    ],
    [
      'the platform from a slice',
      'src/server/platform/hub.ts',
      "import '../notes/store.ts'",
      'src/server/notes/store.ts',
    ],
    ['a store from its service', 'src/server/notes/store.ts', "import './service.ts'", 'src/server/notes/service.ts'],
    ['a service from its routes', 'src/server/notes/service.ts', "import './routes.ts'", 'src/server/notes/routes.ts'],
    ['SQL in a service', 'src/server/notes/service.ts', "import { sql } from 'drizzle-orm'", ''],
    ['the driver in a store', 'src/server/notes/store.ts', "import pg from 'pg'", ''],
    [
      'a view from the network',
      'src/web/staff/a/a.tsx',
      "import { get } from '../../net/api.ts'",
      'src/web/net/api.ts',
    ],
    ["the staff's side", 'src/web/patient/a.ts', "import '../staff/b.ts'", 'src/web/staff/b.ts'],
    ["the patient's side", 'src/web/staff/a.ts', "import '../patient/b.ts'", 'src/web/patient/b.ts'],
    ['a side from what both share', 'src/web/call/a.ts', "import '../staff/b.ts'", 'src/web/staff/b.ts'],
    ['a page from the kit', 'src/web/kit/a.ts', "import '../call/b.ts'", 'src/web/call/b.ts'],
    [
      'an adapter in app',
      'src/server/app.ts',
      "import './integrations/ice/coturn.ts'",
      'src/server/integrations/ice/coturn.ts',
    ],
  ])('refuse %s', (_, path, statement, other) => {
    const broken = found(imports, other ? pair(path, statement, other) : { [path]: statement })
    expect(broken).toHaveLength(1)
    expect(broken[0]).toContain(path)
  })

  test.each([
    [
      'a slice from deps, for types',
      'src/server/notes/service.ts',
      "import type { D } from '../deps.ts'",
      'src/server/deps.ts',
    ],
    [
      'types of the contract',
      'src/web/kit/store.ts',
      "import type { V } from '#contract/visit'",
      'src/contract/visit.ts',
    ],
    [
      'a view from the engine, for types',
      'src/web/staff/a/a.tsx',
      "import { type E } from '../../media/engine.ts'",
      'src/web/media/engine.ts',
    ],
    ['routes from their service', 'src/server/notes/routes.ts', "import './service.ts'", 'src/server/notes/service.ts'],
    ['SQL in a store', 'src/server/notes/store.ts', "import { sql } from 'drizzle-orm'", 'src/server/notes/x.ts'],
    [
      'a port',
      'src/server/deps.ts',
      "import { P } from './integrations/ice/port.ts'",
      'src/server/integrations/ice/port.ts',
    ],
  ])('allow %s', (_, path, statement, other) => {
    expect(found(imports, pair(path, statement, other))).toEqual([])
  })

  test('find a file that is not there, and a ring once', () => {
    expect(found(imports, { 'src/domain/a.ts': "import './b.ts'" })[0]).toContain('does not exist')
    const ring = {
      'src/domain/a.ts': "import './b.ts'",
      'src/domain/b.ts': "export { x } from './c.ts'",
      'src/domain/c.ts': "import type { A } from './a.ts'",
    }
    expect(found(imports, ring)).toHaveLength(1)
  })

  test("find staff's code that the patient's page would load later", () => {
    const files = {
      'src/web/patient/main.tsx': "import('./visit.ts')",
      'src/web/patient/visit.ts': "import '../staff/console/queue.ts'\nimport type { S } from '../staff/session.ts'",
      'src/web/staff/console/queue.ts': '',
      'src/web/staff/session.ts': '',
    }
    expect(found(entries, files)).toHaveLength(1)
    expect(found(entries, files)[0]).toContain('main.tsx -> src/web/patient/visit.ts -> src/web/staff/console/queue.ts')
  })
})

describe('diagram', () => {
  const page = (...lines: string[]) => ['# Page', '```', 'importer  imported', ...lines, '```', ''].join('\n')
  const differences = (drawn: string) =>
    compareArrows(
      drawn,
      [
        ['src/web/call/stage.ts', "import { a } from '../kit/store.ts'\nimport type { B } from '../net/api.ts'"],
        ['src/web/call/stage.test.ts', "import { visit } from '../patient/visit.ts'"],
      ].map(([path = '', text = '']) => toSource(path, text)),
    ).map(({ says }) => says)

  test('that is as the code is', () => {
    expect(differences(page('call  ─► kit  ┄► net'))).toEqual([])
  })

  test('a missing arrow, a superfluous one, one of the wrong kind', () => {
    expect(differences(page('call  ┄► net'))).toEqual([
      'lacks the arrow call ─► kit, which src/web/call/stage.ts needs.',
    ])
    expect(differences(page('call  ─► kit patient  ┄► net'))).toEqual([
      'draws the arrow call ─► patient, which is not in the code.',
    ])
    expect(differences(page('call  ─► kit net'))).toEqual([
      'lacks the arrow call ┄► net, which src/web/call/stage.ts needs.',
      'draws the arrow call ─► net, which is not in the code.',
    ])
  })

  test('a page without a diagram', () => {
    expect(differences('# Page')).toHaveLength(1)
  })
})

describe('doors', () => {
  test('the environment, peer connections and cameras have one each; comments do not count', () => {
    const code = '// process.env is read elsewhere\nconst a = process.env.HOME\nconst b = new RTCPeerConnection()\n'
    expect(found(doors, { 'src/server/log.ts': code })).toHaveLength(2)
    expect(
      found(doors, { 'src/server/config.ts': 'process.env', 'src/web/media/peer.ts': 'RTCPeerConnection' }),
    ).toEqual([])
    expect(found(doors, { 'src/web/staff/a/a.ts': 'navigator.mediaDevices.getUserMedia({})' })).toHaveLength(1)
  })

  test('[LV1] no part of the server reads the clock by itself', () => {
    expect(found(doors, { 'src/server/platform/hub.ts': 'const since = Date.now()' })).toHaveLength(1)
    expect(found(doors, { 'src/server/platform/hub.ts': 'const since = performance.now()' })).toEqual([])
  })
})

describe('layout', () => {
  const lines = (count: number) => ({ 'src/domain/visit.ts': 'x\n'.repeat(count) })

  test('400 lines are the end, 250 a warning', () => {
    expect([found(tooLong, lines(400)), found(tooLong, lines(401))].map((each) => each.length)).toEqual([0, 1])
    expect(
      [found(long, lines(250)), found(long, lines(251)), found(long, lines(401))].map((each) => each.length),
    ).toEqual([0, 1, 0])
  })

  test.each([
    'src/web/utils.ts',
    'src/web/net/api-helpers.ts',
    'src/server/common/x.ts',
    'src/web/shared.ts',
    'src/web/index.ts',
    'src/web/call-manager.ts',
  ])('%s is no name', (path) => {
    expect(found(names, { [path]: '' })).toHaveLength(1)
  })

  test('a file that passes everything on is a barrel; a name that only contains a word is none', () => {
    expect(found(names, { 'src/web/ui.ts': "export * from './button.ts'" })).toHaveLength(1)
    expect(found(names, { 'src/web/commonwealth.ts': '', 'src/web/library.ts': '' })).toEqual([])
  })

  test('a file opens with its job', () => {
    expect(
      found(opening, {
        'src/domain/a.ts': 'export const a = 1',
        'src/domain/b.ts': '// What b is.\nexport const b = 1',
      }),
    ).toHaveLength(1)
  })
})

describe('[PR11] regular expressions on what a client sends', () => {
  const inDomain = (code: string) => ({ 'src/domain/a.ts': `export const a = ${code}` })

  test.each([
    ['nested', String.raw`/^(\w+\s*)+$/`],
    ['adjacent', String.raw`/\bVersion\/\S+.*\bSafari\//`],
    ['begun at each place', String.raw`/\s+$/`],
    ['in a schema', String.raw`Type.String({ pattern: '^\\s*\\S*@\\S*$' })`],
    ['put together', 'new RegExp(`^${a}$`)'],
    ['a schema’s, put together', '({ pattern: `^${b}$` })'],
  ])('%s repeats are found', (_, code) => {
    expect(found(regexes, inDomain(code))).toHaveLength(1)
  })

  test.each([
    ['one after the other', String.raw`/^\s*[^@\s]+@[^@\s]+\s*$/`],
    ['a schema’s', String.raw`Type.String({ pattern: '^[a-z0-9.-]+$' })`],
    ['with a limit', String.raw`/^\d{1,4}-\d{1,4}$/`],
  ])('%s is left alone', (_, code) => {
    expect(found(regexes, inDomain(code))).toEqual([])
  })

  test('the browser’s own and the tests’ are left alone', () => {
    const code = String.raw`export const a = /\s+$/`
    expect(found(regexes, { 'src/web/a.ts': code, 'src/domain/a.test.ts': code })).toEqual([])
  })
})

describe('words', () => {
  const view = (body: string) => ({ 'src/web/staff/a/a.tsx': `const A = () => ${body}` })

  test.each([
    ['in the drawing', '<p>Please wait</p>'],
    ['as a name', '<button aria-label="Close" />'],
    ['as a name, put together', `<img alt={\`Picture of \${name}\`} />`],
    ['as a value in the drawing', "<p>{'Please wait here now'}</p>"],
    ['in a constant', "tell('The camera is off')"],
  ])('%s are found once', (_, body) => {
    expect(found(words, view(body))).toHaveLength(1)
  })

  test.each([
    ['words from the text folder', '<p title={words.title}>{words.wait} · {count}</p>'],
    ['names for machines', '<div class="call bar" data-state="on hold" role="status">{" "}</div>'],
    ['a fault for whoever repairs it', "{ throw new Error('The engine was closed before') }"],
  ])('%s are left alone', (_, body) => {
    expect(found(words, view(body))).toEqual([])
  })
})

describe('rules', () => {
  const spec = { 'docs/spec/queue.md': '- [Q1] First come, first seen.\n- [Q2] As [Q1] says.\n' }

  test('a rule without a test, a title without a rule, a number used twice', () => {
    const titles = "describe('x', () => { test.each([1])('[Q1] %s', () => {}); it('[Q7] no such', () => {}) })"
    const all = found(rules, { ...spec, 'docs/spec/visit.md': '- [Q1] Again.\n', 'src/domain/queue.test.ts': titles })
    expect(all.map((each) => /\[Q\d\] (is held by no test|is taken)|quotes \[Q7\]/.exec(each)?.[0])).toEqual([
      '[Q1] is taken',
      'quotes [Q7]',
      '[Q2] is held by no test',
    ])
  })

  test('a number outside a title holds nothing', () => {
    const code = "// [Q2]\ntest('[Q1] first', () => { expect('[Q2]').toBe(1) })"
    expect(found(rules, { ...spec, 'src/domain/queue.test.ts': code })[0]).toContain('[Q2] is held by no test')
  })
})

test('a word that the glossary says twice', () => {
  const table =
    '| word | meaning |\n| --- | --- |\n| Visit | a |\n| Door, short code | b |\n| Place (short code) | c |\n'
  expect(wordsTwice(table).map(({ line, says }) => `${line} ${says}`)).toEqual([
    '5 says “short code” again: it stands in line 4.',
  ])
})

test('a file that knip.jsonc names and that is not there', () => {
  const named = '"entry": [\n // "src/gone.ts"\n "src/{a,b}.ts!",\n "src/**/*.examples.tsx", "bench/**/*.mjs"\n]'
  const paths = ['src/a.ts', 'src/ui/button.examples.tsx', 'tools/x.mjs']
  expect(namedInVain(named, paths).map(({ says }) => says)).toEqual([
    'names src/b.ts, and there is no such file.',
    'names bench/**/*.mjs, and there is no such file.',
  ])
})
