import { describe, expect, it } from 'vitest'
import type { PlanList, PlanView } from '#contract/plan'
import { TALKING } from '../../../../test/made-up-plan.ts'
import { fakeAsk } from '../../../../test/staff/fake-connection.ts'
import { Refusal } from '../../net/api.ts'
import { createPlanCatalogue } from './plan-catalogue-model.ts'
import { createPlans } from './plans-model.ts'

const OWN: PlanView = { ...TALKING, id: 'own-1', wording: { ...TALKING.wording, name: 'Carers’ hour' } }
const URL = 'PUT /api/staff/plans/talking'

async function setUp(plans: PlanView[] = [TALKING, OWN]) {
  const list: PlanList = { plans }
  const server = fakeAsk({ 'GET /api/staff/plans': list })
  const catalogue = createPlanCatalogue(server.apiCall)
  await catalogue.load()
  const model = createPlans(server.apiCall, catalogue)
  const form = () => {
    const open = model.open.get()
    if (!open) throw new Error('no plan is open')
    return open.form
  }
  return { server, catalogue, model, form }
}

describe('writing plans', () => {
  it('[PD13] an empty field keeps the built-in words, and blanks around others go', async () => {
    const { server, model, form } = await setUp()
    model.choose('talking')
    form().write('wear', '  Wear your glasses. ')
    form().write('have', '   ')
    server.replies[URL] = { plans: [TALKING] }
    expect(await model.save()).toBe(true)
    expect(server.asked.at(-1)?.body).toMatchObject({
      basedOn: 'talking',
      wording: { wear: 'Wear your glasses.', have: null, name: null },
    })
  })

  it('[PD13] what is too long is named and not sent; a plan of one’s own needs a name', async () => {
    const { server, model, form } = await setUp()
    model.choose('talking')
    form().write('reason', 'x'.repeat(301))
    expect(await model.save()).toBe(false)
    expect(form().state.get()).toMatchObject({ tooLong: ['reason'], attempt: 1 })
    model.begin(TALKING)
    expect(await model.save()).toBe(false)
    expect(form().state.get().nameMissing).toBe(true)
    expect(server.asked.filter(({ method }) => method !== 'GET')).toEqual([])
  })

  it('[PD13] devices go where they were put, the others keep their order', async () => {
    const { server, model, form } = await setUp()
    model.choose('talking')
    form().type({ devices: { desktop: 'first', laptop: 'first', tablet: 'avoid', smartphone: 'second' } })
    server.replies[URL] = { plans: [TALKING] }
    await model.save()
    expect(server.asked.at(-1)?.body).toMatchObject({
      devices: { first: ['desktop', 'laptop'], second: ['smartphone'], avoid: ['tablet'] },
    })
  })

  it('[PD14] a refusal keeps what was typed, also while another plan is looked at', async () => {
    const { server, model, form } = await setUp()
    model.choose('talking')
    form().write('safety', 'Sit down.')
    server.replies[URL] = new Refusal('offline')
    expect(await model.save()).toBe(false)
    model.choose('own-1')
    expect(model.unsaved()).toBe(true)
    model.choose('talking')
    expect(form().state.get()).toMatchObject({
      typed: { wording: { safety: 'Sit down.' } },
      request: { kind: 'refused' },
    })
  })

  it('[PD14] what was typed while it was being saved stays, and is not saved yet', async () => {
    const { server, model, form } = await setUp()
    model.choose('talking')
    form().write('wear', 'One')
    server.replies[URL] = { plans: [TALKING] }
    const saving = model.save()
    form().write('wear', 'One and two')
    await saving
    expect(form().state.get()).toMatchObject({ typed: { wording: { wear: 'One and two' } }, changed: true })
  })

  it('[PD15] bringing back the built-in words empties the fields; a plan of one’s own is gone', async () => {
    const mine = { ...TALKING, wording: { ...TALKING.wording, wear: 'Our words' } }
    const { server, model, form, catalogue } = await setUp([mine, OWN])
    model.choose('talking')
    server.replies['POST /api/staff/plans/talking/restore'] = { plans: [TALKING, OWN] }
    expect(await model.restore()).toBe(true)
    expect(form().state.get()).toMatchObject({ typed: { wording: { wear: '' } }, changed: false })
    model.choose('own-1')
    server.replies['POST /api/staff/plans/own-1/restore'] = { plans: [TALKING] }
    await model.restore()
    expect(model.open.get()).toBeNull()
    expect(catalogue.find('own-1')).toBeNull()
  })

  it('a new plan is open under its own id once it is stored', async () => {
    const { server, model, form } = await setUp([TALKING])
    model.begin(TALKING)
    form().write('name', 'Carers’ hour')
    server.replies['POST /api/staff/plans'] = { plans: [TALKING, OWN] }
    expect(await model.save()).toBe(true)
    expect(model.open.get()?.form.planId).toBe('own-1')
    expect(model.unsaved()).toBe(false)
  })

  it('[PD16] a plan that is not known makes the page ask for the list again, once', async () => {
    const { server, catalogue } = await setUp([TALKING])
    const asked = () => server.asked.length
    catalogue.need('talking')
    expect(asked()).toBe(1)
    catalogue.need('own-1')
    catalogue.need('own-1')
    await catalogue.load()
    catalogue.need('own-1')
    expect(asked()).toBe(2)
  })
})
