import { expect, test } from 'vitest'
import { sayVerified } from './say-verified.ts'

test.each([
  [1, '1 row is written down and will be in the chain within a second of the server.'],
  [2, '2 rows are written down and will be in the chain within a second of the server.'],
])('says of %i that waits that it is not in the chain yet', (waiting, line) => {
  expect(sayVerified({ rows: 137, head: null, waiting, archives: [], owner: false, findings: [] })).toEqual([
    'The audit is as it was written: 137 rows.',
    line,
  ])
})
