import { expect, test } from 'vitest'
import type { AuditPage, AuditSearchBody } from '#contract/audit'
import { Refusal } from '../../net/api.ts'
import { createAudit } from './audit-model.ts'

const VISIT = '0f8fad5b-d9cb-469f-a165-70867728950e'

function opened(
  answer: (body: AuditSearchBody) => AuditPage | Promise<AuditPage> = () => ({ lines: [], older: null }),
) {
  const asked: AuditSearchBody[] = []
  const model = createAudit(async <T>(_: string, __: string, body?: unknown) => {
    asked.push(body as AuditSearchBody)
    return (await answer(body as AuditSearchBody)) as T
  })
  const found = () => {
    const now = model.state.get().found
    if (now.kind !== 'found') throw new Error(now.kind)
    return now
  }
  return { model, asked, found }
}

test('[AU13] what is typed counts once it is searched for, also for the download', async () => {
  const { model, asked, found } = opened()
  await model.search()
  model.type({ person: ' Priya ', action: 'visit.join', refusedOnly: true })
  expect(found().download).toBe('/api/staff/audit/export')
  await model.search()
  expect(asked[1]).toEqual({
    person: 'Priya',
    action: 'visit.join',
    from: null,
    to: null,
    visitId: null,
    refusedOnly: true,
    before: null,
  })
  expect(found().download).toBe('/api/staff/audit/export?person=Priya&action=visit.join&refusedOnly=1')
})

test('[AU13] days are whole ones, from the beginning of the first to the end of the last', async () => {
  const { model, asked } = opened()
  model.type({ from: '2026-06-01', to: '2026-06-01' })
  await model.search()
  const [{ from, to }] = asked as [AuditSearchBody]
  expect(from).toBe(new Date(2026, 5, 1).getTime())
  expect(to).toBe(new Date(2026, 5, 2).getTime())
})

test('[AU13] what cannot be looked for is told at its field, and nothing is asked', async () => {
  const { model, asked } = opened()
  model.type({ visitId: '1234' })
  await model.search()
  expect(model.state.get().fault).toBe('visit')
  model.type({ visitId: ` ${VISIT.toUpperCase()} `, from: '2026-06-02', to: '2026-06-01' })
  await model.search()
  expect(model.state.get().fault).toBe('period')
  expect(asked).toEqual([])
  model.type({ to: '2026-06-02' })
  await model.search()
  expect([model.state.get().fault, asked[0]?.visitId]).toEqual([null, VISIT])
})

test('[AU13] older and newer lead through the pages, and are not there where there are none', async () => {
  const older: Record<string, number | null> = { null: 51, 51: 1, 1: null }
  const { model, asked, found } = opened(({ before }) => ({ lines: [], older: older[String(before)] ?? null }))
  await model.search()
  expect(found().newer).toBeNull()
  for (const go of ['older', 'older', 'newer'] as const) {
    found()[go]?.()
    await Promise.resolve().then(() => new Promise((resolve) => setTimeout(resolve, 0)))
  }
  expect(asked.map(({ before }) => before)).toEqual([null, 51, 1, 51])
  expect([found().page, found().older === null]).toEqual([2, false])
})

test('[AU13] the answer to an earlier search never replaces a later one’s', async () => {
  let release = () => {}
  const slow = new Promise<AuditPage>((resolve) => {
    release = () => resolve({ lines: [], older: 7 })
  })
  const { model, found } = opened(({ person }) => (person === 'slow' ? slow : { lines: [], older: null }))
  model.type({ person: 'slow' })
  const first = model.search()
  model.type({ person: 'quick' })
  await model.search()
  release()
  await first
  expect([found().older, found().download]).toEqual([null, '/api/staff/audit/export?person=quick'])
})

test('[AU13] one visit alone, and everything again; a refusal is told', async () => {
  const { model, asked } = opened()
  model.type({ person: 'Priya' })
  await model.onlyVisit(VISIT)
  expect(asked[0]).toMatchObject({ person: '', visitId: VISIT })
  await model.reset()
  expect(asked[1]).toMatchObject({ person: '', visitId: null })
  const refused = opened(() => {
    throw new Refusal('offline')
  })
  await refused.model.search()
  expect(refused.model.state.get().found).toMatchObject({ kind: 'refused', refusal: { code: 'offline' } })
})
