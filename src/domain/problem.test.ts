import { expect, test } from 'vitest'
import { PROBLEM_STATUS, Problem } from './problem.ts'

test('[PR1] every problem of the closed list is an HTTP error, and a refusal never counts as a fault of ours', () => {
  for (const [code, status] of Object.entries(PROBLEM_STATUS)) {
    expect(status, code).toBeGreaterThanOrEqual(400)
    expect(status >= 500, code).toBe(code.startsWith('server/'))
  }
})

test('[PR1] a problem knows its status and what may be shown with it', () => {
  const problem = new Problem('visit/with-somebody-else', { name: 'Helen Price' })
  expect(problem).toMatchObject({ code: 'visit/with-somebody-else', status: 409, detail: { name: 'Helen Price' } })
  expect(new Problem('request/invalid').detail).toEqual({})
})
