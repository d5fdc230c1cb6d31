import { expect, test } from 'vitest'
import type { InvitationView } from '#contract/appointment'
import { NO_STEPS } from '#domain/preparation'
import type { ProblemCode } from '#domain/problem'
import { NO_TALK, TALKING } from '../../../../test/made-up-plan.ts'
import { Refusal } from '../../net/api.ts'
import { createInvitation, type InvitationModel } from './invitation-model.ts'

const BIRTH = { day: '3', month: '3', year: '1948' }
const PAGE = { organisationName: 'Harbour Health', sample: false, phone: '01632 960000', replaced: false }
const VIEW: InvitationView = {
  ...{ state: 'open', firstName: 'Jean', lastName: 'Ellis', dateOfBirth: '1948-03-03', phone: '' },
  ...{ startsAt: 0, minutes: 20, timeZone: 'Europe/London', opensAt: 0, practitionerName: null },
  ...{ organisationName: 'Harbour Health', areaName: 'Clinic', slug: 'clinic', consent: '', visitId: null, now: 0 },
  ...{ practitionerTitle: '', plan: TALKING },
  preparation: { steps: NO_STEPS, talk: NO_TALK, equipment: null, questions: '' },
}

/** Answers in turn what the server says; the date that was sent comes back. */
function open(answers: readonly (InvitationView | ProblemCode | 'offline')[], page = PAGE) {
  const [left, sent, later] = [[...answers], [] as (string | undefined)[], [] as (() => void)[]]
  const gone: InvitationView[] = []
  const model = createInvitation({
    page,
    async open(date) {
      sent.push(date)
      const next = left.shift() ?? 'server/fault'
      if (typeof next === 'string') throw new Refusal(next)
      return next
    },
    goOn: (view) => gone.push(view),
    later(run) {
      later.push(run)
      return () => {}
    },
  })
  return { model, sent, later, gone }
}
const settled = () => new Promise((resolve) => setTimeout(resolve))
const at = (model: InvitationModel) => model.state.get()

test('[AP8] a device that passed before is not asked; another is', async () => {
  const known = open([VIEW])
  await settled()
  expect(at(known.model)).toMatchObject({ at: 'opened', view: VIEW })
  const other = open(['invitation/not-opened', 'invitation/other-device'])
  await settled()
  expect(at(other.model).at).toBe('ask')
  other.model.type(BIRTH)
  other.model.submit()
  await settled()
  expect(other.sent).toEqual([undefined, '1948-03-03'])
  expect(at(other.model).at).toBe('other-device')
})

test('[AP7] a wrong date is said, and what was typed stays; no date is not sent', async () => {
  const { model, sent } = open(['invitation/not-opened', 'invitation/not-opened'])
  await settled()
  model.submit()
  expect(at(model)).toMatchObject({ error: 'Type your date of birth' })
  model.type(BIRTH)
  model.submit()
  await settled()
  expect(sent).toHaveLength(2)
  expect(at(model)).toMatchObject({ at: 'ask', birth: BIRTH, sending: false })
  expect(at(model)).toHaveProperty('error', expect.stringContaining('This did not open'))
})

test('[AP8] a link that was replaced asks the server nothing', async () => {
  const { model, sent } = open([], { ...PAGE, replaced: true })
  await settled()
  expect(at(model).at).toBe('replaced')
  expect(sent).toEqual([])
})

test('[AP9] who is early waits on the page, also through a moment without network, until it is time', async () => {
  const { model, later, gone } = open([{ ...VIEW, state: 'early' }, 'offline', VIEW])
  await settled()
  model.confirm()
  expect(gone).toEqual([])
  later[0]?.()
  await settled()
  expect(at(model)).toMatchObject({ view: { state: 'early' } })
  later[1]?.()
  await settled()
  expect(at(model)).toMatchObject({ view: { state: 'open' } })
  model.confirm()
  expect(gone).toEqual([VIEW])
})

test('[AP10] consent comes first where it is asked; who arrived before goes on at once', async () => {
  const asked = open([{ ...VIEW, consent: 'I agree to video.' }])
  await settled()
  asked.model.confirm()
  expect(asked.gone).toEqual([])
  expect(at(asked.model)).toHaveProperty('error', expect.stringMatching(/Tick/))
  asked.model.agree(true)
  asked.model.confirm()
  expect(asked.gone).toHaveLength(1)
  const back = open([{ ...VIEW, state: 'arrived', visitId: 'v' }])
  await settled()
  expect(back.gone).toMatchObject([{ visitId: 'v' }])
})
