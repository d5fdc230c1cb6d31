// A whole visit in real browsers by somebody like nobody else: what the server said in its terminal at its most talkative,
// every address that a browser asked for, every error that it got, and what it kept afterwards tell nothing of who it was.
import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DESK, openChromium, openPerson, PHONE } from './browser.ts'
import { arriveAndWait, type Details, join, openTab, sampleClinic, signIn } from './people.ts'
import { type Product, startProduct } from './product.ts'

const WILMOT: Details = {
  firstName: 'Wyclifette',
  lastName: 'Plantín-Bexx',
  born: ['23', '11', '1937'],
  phone: '01632 960777',
}
const WORDS = { message: 'My plumcake knee creaks', answer: 'Rest your gooseberry leg', note: 'Has a marzipan stick' }
const PLANTED =
  /wyclifette|plantín|plant%C3%ADn|bexx|1937-11-23|23 November 1937|01632( |%20|\+)?960777|plumcake|gooseberry|marzipan/i
const TOKEN = 'a-token-of-many-letters'

let product: Product
let browser: Browser
beforeAll(async () => {
  product = await startProduct({ BEDSIDE_LOG_LEVEL: 'debug', BEDSIDE_METRICS_TOKEN: TOKEN })
  browser = await openChromium()
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

interface Kept {
  readonly addresses: string[]
  readonly errors: string[]
  readonly said: string[]
  readonly titles: string[]
}

function listen(context: BrowserContext): Kept {
  const kept: Kept = { addresses: [], errors: [], said: [], titles: [] }
  context.on('request', (request) => {
    kept.addresses.push(`${request.method()} ${request.url()}`)
    kept.addresses.push(JSON.stringify(request.headers().referer ?? ''))
  })
  context.on('response', (response) => {
    if (response.status() < 400) return
    response.text().then(
      (text) => kept.errors.push(text),
      () => {},
    )
  })
  context.on('console', (message) => kept.said.push(message.text()))
  context.on('weberror', (error) => kept.said.push(String(error.error().stack)))
  context.on('page', (page) => {
    page.on('framenavigated', (frame) => {
      kept.addresses.push(frame.url())
      frame.title().then(
        (title) => kept.titles.push(title),
        () => {},
      )
    })
  })
  return kept
}

test('[RN7] [RN8] from the door to the signed note, nothing of the patient stands in a log, an address or an error', async () => {
  const clinic = await sampleClinic(product.url, product.link('sample'))
  const ofPatient = await openPerson(browser, PHONE)
  const ofStaff = await openPerson(browser, DESK)
  const [patientKept, staffKept] = [listen(ofPatient), listen(ofStaff)]
  const patient = await arriveAndWait(ofPatient, clinic.door('Physiotherapy'), WILMOT)

  const staff = await ofStaff.newPage()
  const { email, password } = clinic.person('Tomasz')
  await signIn(staff, product.url, email, password)
  await staff.getByText(`${WILMOT.firstName} ${WILMOT.lastName}`).first().waitFor()
  await join(staff, WILMOT)
  await patient.getByText('Tomasz Nowak').first().waitFor()
  await openTab(staff, 'Messages')
  await staff.getByLabel(`Write to ${WILMOT.firstName}`).fill(WORDS.answer)
  await staff.getByRole('button', { name: 'Send', exact: true }).click()
  await patient.getByText(WORDS.answer).first().waitFor()
  await openTab(staff, 'Note')
  await staff.getByLabel(`Note about ${WILMOT.firstName}`).fill(WORDS.note)
  await staff
    .getByText(/^Saved \d\d:\d\d/)
    .first()
    .waitFor()

  // Errors with what was typed in them, as a broken page or a curious person sends it.
  const refused = await Promise.all(
    [
      patient.evaluate(askWrongly, ['POST', '/api/patient/messages', JSON.stringify({ id: WORDS.message, text: '' })]),
      patient.evaluate(askWrongly, ['POST', '/api/patient/messages', `{"text":"${WORDS.message}`]),
      staff.evaluate(askWrongly, ['PUT', `/api/staff/notes/${WILMOT.lastName}`, JSON.stringify({ text: WORDS.note })]),
      staff.evaluate(askWrongly, ['POST', `/api/staff/visits/${WILMOT.firstName}/join`, '{}']),
    ].map((each) => each),
  )
  for (const { status, text } of refused) {
    expect(status).toBeGreaterThanOrEqual(400)
    expect(text).not.toMatch(PLANTED)
  }

  await staff.getByRole('button', { name: 'End', exact: true }).click()
  await staff.getByRole('dialog').getByRole('button', { name: 'End visit' }).click()
  await patient.getByText('We will send you a letter').first().waitFor()
  await staff.getByRole('button', { name: 'Sign the note' }).click()
  await staff.getByText('Your note is signed.').waitFor()
  await staff.getByRole('button', { name: 'Back to the queue' }).click()
  await staff.getByText('Nobody is waiting').first().waitFor()

  // The four that were made up here hold it in their addresses.
  const ours = (address: string) => !address.includes(`/api/staff/notes/Plant`) && !address.includes('/visits/Wycl')
  for (const { addresses, errors, said, titles } of [patientKept, staffKept]) {
    expect(addresses.length).toBeGreaterThan(20)
    for (const address of addresses.filter(ours)) expect(address).not.toMatch(PLANTED)
    for (const text of [...errors, ...titles]) expect(text).not.toMatch(PLANTED)
    for (const text of said.filter(ours)) expect(text).not.toMatch(PLANTED)
  }
  for (const page of [patient, staff]) {
    // What a browser keeps; unsaved words of a note would stand in sessionStorage, and all is saved.
    const kept = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage, document.cookie]))
    expect(kept).not.toMatch(PLANTED)
    expect(await page.evaluate(() => document.title)).not.toMatch(PLANTED)
  }
  expect(product.printed()).toContain('Bedside is running')
  expect(product.printed()).not.toMatch(PLANTED)
  const metrics = await fetch(`${product.url}/metrics`, { headers: { authorization: `Bearer ${TOKEN}` } })
  expect(metrics.status).toBe(200)
  expect(await metrics.text()).not.toMatch(PLANTED)
})

/** Runs in a page. */
async function askWrongly([method, url, body]: string[]): Promise<{ status: number; text: string }> {
  const headers = { 'x-bedside': '1', 'content-type': 'application/json' }
  const reply = await fetch(url ?? '', { method, body, headers })
  return { status: reply.status, text: await reply.text() }
}
