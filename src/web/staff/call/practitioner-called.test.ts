// The practitioner's side while the patient is being called.
import { expect, test } from 'vitest'
import { fakeConsultation as setUp } from '../../../../test/call/fake-consultation.ts'

test('[CS65] nothing passes until the patient has joined', () => {
  const { model, engines, snapshot, tell } = setUp('prepared', null, { called: { until: 11_000 } })
  expect(engines[0]?.told.flowing).toBe(false)
  expect(model.isInCall()).toBe(false)
  tell({ type: 'consultation', view: { ...withoutCalled(snapshot({})), revision: 9_999_999 } })
  expect(engines[0]?.told.flowing).toBe(true)
  expect(model.isInCall()).toBe(true)
})

test('[CS65] a locked page hears that they have joined', () => {
  const { engines, tell } = setUp('prepared', null, { called: { until: 11_000 } })
  const status = { type: 'consultation-status', visitId: 'visit', status: 'being-seen', medium: 'video' } as const
  tell({ ...status, called: { until: 11_000 }, revision: 9_999_998 })
  expect(engines[0]?.told.flowing).toBe(false)
  tell({ ...status, revision: 9_999_999 })
  expect(engines[0]?.told.flowing).toBe(true)
})

const withoutCalled = <T extends { called?: unknown }>({ called: _, ...view }: T) => view
