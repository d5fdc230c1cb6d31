import { expect, test } from 'vitest'
import { COACH_POLICY, policyOf } from './pages.ts'

test('[FC10] only the thread of the framing coach may compile WebAssembly, and may load from nowhere else', () => {
  for (const copy of ['', '.br', '.gz'])
    expect(policyOf(`/srv/web/assets/pose-worker-DJ1gc--A.js${copy}`)).toBe(COACH_POLICY)
  for (const path of ['/srv/web/assets/patient-DJ1gc.js', '/srv/web/pose-worker-x.js', '/srv/web/patient.html'])
    expect(policyOf(path)).toBeNull()
  expect(COACH_POLICY).not.toMatch(/'unsafe|http|\*/)
})
