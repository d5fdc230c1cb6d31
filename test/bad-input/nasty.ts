// What a broken or hostile page may send in the place of something honest.

const deep = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels))

export const NASTY: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  2.5,
  1e308,
  Number.MAX_SAFE_INTEGER + 2,
  '',
  ' ',
  '\0',
  'before\0after',
  '\ud800',
  'half\udfff',
  "'; drop table visits; --",
  'x'.repeat(20_000),
  '👩‍⚕️'.repeat(200),
  [],
  [null],
  {},
  { toString: 1, valueOf: 1 },
  { type: { toString: 1 } },
  JSON.parse('{"length": 1e9, "constructor": {"name": 1}}'),
  deep(12),
  // As deep as the test's own socket library can follow it; what is deeper comes as bytes, in messages.test.ts.
  deep(1000),
]

/** Copies of `value` in which each part in turn, the whole included, is replaced by each of `NASTY`, or left out. */
export function mutants(value: unknown): unknown[] {
  const all: unknown[] = [...NASTY]
  if (typeof value !== 'object' || value === null) return all
  for (const [key, part] of Object.entries(value)) {
    for (const mutant of mutants(part)) all.push({ ...value, [key]: mutant })
    all.push(Object.fromEntries(Object.entries(value).filter(([name]) => name !== key)))
  }
  all.push({ ...value, undeclared: 'x', id: '00000000-0000-4000-8000-000000000000', nested: deep(10) })
  return all
}

/** As parts of an address. */
export const NASTY_SEGMENTS = [
  '%00',
  'a%00b',
  '%ff',
  '%E0%A4%A',
  '%ED%A0%80',
  '..%2f..%2fetc%2fpasswd',
  '-'.repeat(36),
  'a'.repeat(36),
  '0123456-89abc-4000-8000-000000000000',
  '00000000-0000-4000-8000-000000000000'.toUpperCase(),
  'x'.repeat(99),
  'x'.repeat(5000),
  encodeURIComponent('👩‍⚕️'),
  encodeURIComponent("'; drop table visits; --"),
]
