// Everything that goes wrong in the middle: the server dies, its database dies, somebody reloads, two pages, two practitioners.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { DESK, mediaFlows, openChromium, openPerson, PHONE } from './browser.ts'
import { arriveAndWait, JEAN, join, openTab, sampleClinic, signIn } from './people.ts'
import { type Product, startProduct } from './product.ts'

describe('when things go wrong', () => {
  let product: Product
  let browser: Browser
  let clinic: Awaited<ReturnType<typeof sampleClinic>>
  let ofPatient: BrowserContext
  let ofPractitioner: BrowserContext
  let patient: Page
  let practitioner: Page

  beforeAll(async () => {
    product = await startProduct()
    browser = await openChromium()
    clinic = await sampleClinic(product.url, product.link('sample'))
  })
  afterAll(async () => {
    await browser?.close()
    await product?.stop()
  })
  beforeEach(async () => {
    ofPatient = await openPerson(browser, PHONE)
    ofPractitioner = await openPerson(browser, DESK)
    patient = await arriveAndWait(ofPatient, clinic.door('Physiotherapy'))
    practitioner = await ofPractitioner.newPage()
    const tomasz = clinic.person('Tomasz')
    await signIn(practitioner, product.url, tomasz.email, tomasz.password)
  })
  afterEach(async () => {
    await patient.evaluate(() =>
      fetch('/api/patient/visit/leave', { method: 'POST', headers: { 'x-bedside': '1' } }).then(() => {}),
    )
    await ofPatient.close()
    await ofPractitioner.close()
  })

  const inCall = async () => {
    await join(practitioner)
    await mediaFlows(practitioner)
    await mediaFlows(patient)
  }

  test('[F1] the server is killed in a call: picture and sound go on, both are told, all recovers by itself', async () => {
    await inCall()
    await openTab(practitioner, 'Note')
    const note = practitioner.getByLabel(/^Note about Jean/)
    await note.fill('Before the crash.')
    await practitioner
      .getByText(/^Saved \d\d:\d\d/)
      .first()
      .waitFor()
    await product.kill()
    await practitioner
      .getByText(/server cannot be reached/i)
      .first()
      .waitFor()
    await patient
      .getByText(/lost contact|lost the connection/i)
      .first()
      .waitFor()
    await mediaFlows(practitioner)
    await mediaFlows(patient)
    await note.fill('Before the crash. During it.')
    await product.start()
    await practitioner
      .getByText(/server cannot be reached/i)
      .first()
      .waitFor({ state: 'hidden' })
    await practitioner
      .getByText(/^Saved \d\d:\d\d/)
      .first()
      .waitFor()
    await mediaFlows(practitioner)
    await mediaFlows(patient)
    await practitioner.reload()
    expect(await note.inputValue()).toBe('Before the crash. During it.')
    await mediaFlows(patient)
  })

  test('[F2] server and database are both killed while somebody waits: the place is kept and the start recovers by itself', async () => {
    await product.killAll()
    await patient.getByText('You keep your place. Trying again…').waitFor()
    await product.start()
    await patient.getByText('You are connected again.').waitFor()
    await patient.getByText('You are next', { exact: true }).waitFor()
    await practitioner.getByText('Jean Ellis-Whitcombe').first().waitFor()
  })

  test('[F3] the practitioner reloads in a call: the call comes back', async () => {
    await inCall()
    await practitioner.reload()
    await mediaFlows(practitioner)
    await mediaFlows(patient)
  })

  test('[F4] the patient reloads in a call: the call comes back', async () => {
    await inCall()
    await patient.reload()
    await mediaFlows(patient)
    await mediaFlows(practitioner)
  })

  test('[F5] a second tab of the patient takes over, and the first one says so and can take it back', async () => {
    const second = await ofPatient.newPage()
    await second.goto(clinic.door('Physiotherapy'))
    await second.getByRole('button', { name: `Carry on as ${JEAN.firstName}` }).click()
    await second
      .getByText(/You still have your place|You are in the right place/)
      .first()
      .waitFor()
    await patient.getByText('You opened this on another page').waitFor()
    await patient.getByRole('button', { name: 'Use this page instead' }).click()
    await second.getByText('You opened this on another page').waitFor()
    await patient.getByText('You are next', { exact: true }).waitFor()
  })

  test('[F6] two practitioners press join: one gets the patient, the other is told who has them', async () => {
    const ofOther = await openPerson(browser, DESK)
    const other = await ofOther.newPage()
    const amara = clinic.person('Amara')
    await signIn(other, product.url, amara.email, amara.password)
    await other.getByText('Physiotherapy video clinic').first().click()
    const name = `Join ${JEAN.firstName} ${JEAN.lastName}`
    for (const page of [practitioner, other]) {
      await page.getByRole('button', { name }).click()
      await page.getByRole('dialog').getByText('The line to them is ready.').waitFor()
    }
    await Promise.all(
      [practitioner, other].map((page) =>
        page.getByRole('dialog').getByRole('button', { name: 'Join', exact: true }).click({ noWaitAfter: true }),
      ),
    )
    const told = (page: Page, who: string) =>
      page
        .getByText(`${who} is already with`)
        .first()
        .waitFor()
        .then(() => page)
    const loser = await Promise.race([told(practitioner, 'Amara Okafor'), told(other, 'Tomasz Nowak')])
    const winner = loser === practitioner ? other : practitioner
    await mediaFlows(winner)
    await mediaFlows(patient)
    await ofOther.close()
  })

  test('[F7] sent back, the patient keeps the place and can be joined again', async () => {
    await inCall()
    await practitioner.getByRole('button', { name: 'Send back', exact: true }).click()
    await practitioner.getByRole('dialog').getByRole('button', { name: 'Send back', exact: true }).click()
    await patient.getByText('You are next', { exact: true }).waitFor()
    await practitioner.getByRole('heading', { name: 'Physiotherapy video clinic' }).first().waitFor()
    await inCall()
  })
})
