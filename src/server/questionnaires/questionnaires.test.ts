import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AppointmentBody } from '#contract/appointment'
import type { FormList, QuestionnaireList, StaffFormList } from '#contract/questionnaire'
import { SHIPPED } from '#domain/questionnaire-catalogue'
import { scoreOf } from '#domain/questionnaire-score'
import { bookAppointment, openedOn } from '../../../test/appointments.ts'
import type { Browser } from '../../../test/browser.ts'
import { act, type Clinic, openClinic } from '../../../test/clinic.ts'
import { patient } from '../../../test/people.ts'
import { fileOf, parsed } from '../../../test/questionnaires/made-up.ts'
import { deleteWhatIsDue } from '../../../test/retention.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'

let server: TestServer
let clinic: Clinic
beforeAll(async () => {
  server = await startTestServer()
  clinic = await openClinic(server)
})
afterAll(() => server.close())

const MINUTE = 60_000
const ARRIVAL = { phone: '', consent: true, picture: 'works', sound: 'works', phoneMe: false }
const list = async () =>
  (await clinic.administrator.call<QuestionnaireList>('GET', '/api/staff/questionnaires')).body.questionnaires
const add = (source: string) =>
  clinic.administrator.call<QuestionnaireList>('POST', '/api/staff/questionnaires', { source })
const setPlans = (id: string, plans: string[]) =>
  clinic.administrator.call('PUT', `/api/staff/questionnaires/${id}/plans`, { plans })
const formsBy = (browser: Browser, secret: string) =>
  browser.call<FormList>('POST', '/api/open/invitation/forms', { secret })
const save = (browser: Browser, secret: string, formId: string, answers: unknown, done = false) =>
  browser.call('PUT', '/api/open/invitation/forms', { secret, formId, answers, done })
const read = async (url: string) => (await clinic.here.call<StaffFormList>('GET', `${url}/forms`)).body.forms

/** Booked, asked how much pain, and opened on a phone. */
async function asked(inMinutes = 20, change: Partial<AppointmentBody> = {}) {
  const booking = await bookAppointment(clinic, inMinutes, change)
  await clinic.here.call('POST', `${booking.url}/forms`, { questionnaireId: 'pain' })
  const phone = await openedOn(clinic, booking.secret)
  const form = (await formsBy(phone, booking.secret)).body.forms[0]
  if (!form) throw new Error('no form')
  return { ...booking, phone, form }
}

test('[QN12] what Bedside brings can be asked, and the System Usability Scale counts to 100', async () => {
  expect((await list()).map(({ id }) => id)).toEqual(expect.arrayContaining([...SHIPPED.keys()]))
  const sus = parsed(SHIPPED.get('sus') ?? '')
  const all = (odd: string, even: string) =>
    Object.fromEntries(sus.items.map(({ linkId }) => [linkId, [{ option: Number(linkId) % 2 ? odd : even }]]))
  const [yes, no, unsure] = ['I agree a lot', 'I do not agree at all', 'Not sure']
  expect(scoreOf(sus, all(yes, no))).toEqual({ total: '100', most: '100', answered: 10, of: 10 })
  expect(scoreOf(sus, all(no, yes))?.total).toBe('0')
  expect(scoreOf(sus, all(unsure, unsure))?.total).toBe('50')
})

describe('[QN13] an organisation’s own files', () => {
  test('are kept as they are, and offered until they are taken away', async () => {
    const source = fileOf([{ linkId: 'a', type: 'decimal', text: 'Weight?', initial: [{ valueDecimal: 1 }] }]).replace(
      ':1}',
      ':1.50}',
    )
    const id = (await add(source)).body.questionnaires.find((one) => one.source === source)?.id ?? ''
    expect(id).toMatch(/^own-/)
    await clinic.administrator.call('POST', `/api/staff/questionnaires/${id}/remove`, {})
    expect((await list()).map((one) => one.id)).not.toContain(id)
  })

  test('are refused with the item and the reason', async () => {
    const refused = await add(fileOf([{ linkId: 'a.1', type: 'reference', text: 'Who?' }]))
    expect(refused.body).toMatchObject({
      code: 'questionnaire/not-valid',
      detail: { item: 'a.1', reason: 'type-not-supported', about: 'reference' },
    })
    expect((await add('{')).code).toBe('questionnaire/not-valid')
  })
})

describe('[QN14] what is asked', () => {
  test('by the plan of an appointment, and besides by hand, each once', async () => {
    await setPlans('falls', ['skin'])
    const { url, secret } = await bookAppointment(clinic, 30, { planId: 'skin' })
    await clinic.here.call('POST', `${url}/forms`, { questionnaireId: 'pain' })
    await clinic.here.call('POST', `${url}/forms`, { questionnaireId: 'pain' })
    const { body } = await formsBy(await openedOn(clinic, secret), secret)
    expect(body.forms.map(({ title }) => title).sort()).toEqual(['Have you had a fall?', 'How much pain do you have?'])
    const other = await bookAppointment(clinic, 30)
    expect(await read(other.url)).toEqual([])
  })

  test('of who waits without an appointment', async () => {
    const person = await patient(server, clinic.area)
    await clinic.here.call('POST', `/api/staff/visits/${person.visitId}/forms`, { questionnaireId: 'pain' })
    const [form] = (await person.call<FormList>('GET', '/api/patient/forms')).body.forms
    await person.call('PUT', `/api/patient/forms/${form?.id}`, { answers: { pain: [{ option: '7' }] }, done: true })
    const [seen] = await read(`/api/staff/visits/${person.visitId}`)
    expect(seen).toMatchObject({ answers: { pain: [{ option: '7' }] }, doneAt: server.clock.now().getTime() })
    const stranger = await patient(server, clinic.area)
    expect((await stranger.call('PUT', `/api/patient/forms/${form?.id}`, { answers: {}, done: false })).code).toBe(
      'form/not-found',
    )
    await act(clinic.here, person.visitId, 'remove')
    expect(
      (await clinic.here.call('POST', `/api/staff/visits/${person.visitId}/forms`, { questionnaireId: 'falls' })).code,
    ).toBe('visit/already-ended')
  })
})

describe('[QN15] answers', () => {
  test('are kept as they are typed, whatever they are, and nothing that was not asked', async () => {
    const { phone, secret, form } = await asked()
    const answers = {
      pain: [],
      where: [{ typed: ' left  kne' }],
      forged: [{ typed: 'x' }],
      'pain#x': [{ option: '1' }],
    }
    expect((await save(phone, secret, form.id, answers)).status).toBe(200)
    const [again] = (await formsBy(phone, secret)).body.forms
    expect(again).toMatchObject({ answers: { pain: [], where: [{ typed: ' left  kne' }] }, doneAt: null })
    expect(Object.keys(again?.answers ?? {})).toEqual(['pain', 'where'])
  })

  test('are finished once all that is required stands, and may be changed after that', async () => {
    const { phone, secret, form, url } = await asked()
    expect((await save(phone, secret, form.id, {}, true)).code).toBe('form/not-complete')
    await save(phone, secret, form.id, { pain: [{ option: '4' }] }, true)
    const finished = server.clock.now().getTime()
    server.clock.advance(MINUTE)
    await save(phone, secret, form.id, { pain: [{ option: '5' }] })
    expect(await read(url)).toMatchObject([{ doneAt: finished, answers: { pain: [{ option: '5' }] } }])
  })

  test('are written by nobody else, and by nobody once the appointment is cancelled', async () => {
    const [one, other] = [await asked(), await asked()]
    expect((await save(other.phone, other.secret, one.form.id, {})).code).toBe('form/not-found')
    expect((await save(other.phone, one.secret, one.form.id, {})).code).toBe('invitation/not-opened')
    await clinic.here.call('POST', `${one.url}/cancel`, { by: 'clinic', reason: 'Ill' })
    expect((await formsBy(one.phone, one.secret)).body.forms).toEqual([])
    expect((await save(one.phone, one.secret, one.form.id, {})).code).toBe('form/not-found')
    const sent = await clinic.here.call('POST', `${one.url}/forms`, { questionnaireId: 'falls' })
    expect(sent.code).toBe('appointment/not-booked')
  })

  test('[QN22] are asked for no more once the time of the appointment is long over', async () => {
    const { phone, secret, form, url } = await asked()
    await server.sql("update appointments set starts_at = starts_at - interval '3 days' where id = $1", [
      url.split('/').at(-1),
    ])
    const sent = await clinic.here.call('POST', `${url}/forms`, { questionnaireId: 'falls' })
    expect(sent.code).toBe('appointment/not-booked')
    expect((await save(phone, secret, form.id, {})).code).toBe('form/not-found')
  })

  test('stand with the visit that is made of the appointment', async () => {
    const { phone, secret, form } = await asked()
    await save(phone, secret, form.id, { pain: [{ option: '6' }] }, true)
    const { visitId } = (
      await phone.call<{ visitId: string }>('POST', '/api/open/invitation/visit', { secret, ...ARRIVAL })
    ).body
    expect(await read(`/api/staff/visits/${visitId}`)).toMatchObject([
      { id: form.id, answers: { pain: [{ option: '6' }] } },
    ])
    expect((await phone.call<FormList>('GET', '/api/patient/forms')).body.forms).toHaveLength(1)
  })
})

describe('[QN16] the same patient’s last answers', () => {
  const WHO = { lastName: 'Overbeck' }

  test('stand beside the new ones, and nobody else’s do', async () => {
    const first = await asked(20, WHO)
    await save(first.phone, first.secret, first.form.id, { pain: [{ option: '8' }] }, true)
    const second = await asked(2 * 24 * 60, { lastName: ' overbeck' })
    expect(await read(second.url)).toMatchObject([{ before: { answers: { pain: [{ option: '8' }] } } }])
    expect(await read(first.url)).toMatchObject([{ before: null }])
    const twin = await asked(3 * 24 * 60, { ...WHO, firstName: 'Joan' })
    expect(await read(twin.url)).toMatchObject([{ before: null }])
  })

  test('to another questionnaire are not theirs to this one', async () => {
    const who = { lastName: 'Thistlewood' }
    const first = await asked(20, who)
    await save(first.phone, first.secret, first.form.id, { pain: [{ option: '8' }] }, true)
    const second = await bookAppointment(clinic, 2 * 24 * 60, who)
    await clinic.here.call('POST', `${second.url}/forms`, { questionnaireId: 'falls' })
    expect(await read(second.url)).toMatchObject([{ title: 'Have you had a fall?', before: null }])
  })

  test('[QN17] stay while another appointment is ahead, and then go with it', async () => {
    const who = { lastName: 'Marchbanks' }
    const first = await asked(20, who)
    await save(first.phone, first.secret, first.form.id, { pain: [{ option: '9' }] }, true)
    const second = await asked(4 * 24 * 60, who)
    const kept = async (id: string) => (await server.sql('select 1 from forms where id = $1', [id])).length
    server.clock.advance(2 * 24 * 60 * MINUTE)
    await deleteWhatIsDue(server)
    expect(await kept(first.form.id)).toBe(1)
    server.clock.advance(4 * 24 * 60 * MINUTE)
    await deleteWhatIsDue(server)
    expect([await kept(first.form.id), await kept(second.form.id)]).toEqual([0, 0])
  })
})
