// A visit from the door to the goodbye, both sides of it by their accessibility trees alone.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DESK, mediaFlows, openChromium, openPerson, PHONE } from './browser.ts'
import { JEAN, sampleClinic } from './people.ts'
import { type Product, startProduct } from './product.ts'
import { openReader, type Reader } from './tree.ts'

let product: Product
let browser: Browser
let contexts: BrowserContext[]
let clinic: Awaited<ReturnType<typeof sampleClinic>>
let pages: { patient: Page; practitioner: Page }
let patient: Reader
let practitioner: Reader

beforeAll(async () => {
  product = await startProduct()
  browser = await openChromium()
  clinic = await sampleClinic(product.url, product.link('sample'))
  const ofPatient = await openPerson(browser, PHONE, ['camera', 'microphone'], { joins: false })
  const ofPractitioner = await openPerson(browser, DESK)
  contexts = [ofPatient, ofPractitioner]
  pages = { patient: await ofPatient.newPage(), practitioner: await ofPractitioner.newPage() }
  patient = await openReader(pages.patient)
  practitioner = await openReader(pages.practitioner)
})
afterAll(async () => {
  for (const context of contexts ?? []) await context.close()
  await browser?.close()
  await product?.stop()
})

test('[LT9] the patient gets from the door to the waiting area, and the practitioner to the queue', async () => {
  await pages.patient.goto(clinic.door('Physiotherapy'))
  await patient.press('button', 'Start')
  const [day, month, year] = JEAN.born
  await patient.fill(/^First name/, JEAN.firstName)
  await patient.fill(/^Last name/, JEAN.lastName)
  await patient.fill('Day', day)
  await patient.fill('Month', month)
  await patient.fill('Year', year)
  await patient.fill(/^Phone number/, JEAN.phone)
  if (await patient.has('checkbox', /I agree/)) await patient.press('checkbox', /I agree/)
  await patient.press('button', 'Continue')
  await patient.press('button', 'Turn on camera and sound')
  await patient.press('button', 'Yes, I can see myself')
  await patient.reads(/We can hear you\./)
  await patient.press('button', 'Continue')
  await patient.press('button', 'Ring the bell')
  await patient.press('button', 'Yes, I heard it')
  await patient.reads(/You are in the right place, Jean\./)

  const tomasz = clinic.person('Tomasz')
  await pages.practitioner.goto(`${product.url}/staff`)
  await practitioner.fill('E-mail address', tomasz.email)
  await practitioner.fill('Password', tomasz.password)
  await practitioner.press('button', 'Sign in')
  await practitioner.reads(/waiting areas$/i)
})

test('[LT9] they are called, join, see and hear each other, and a note is written', async () => {
  await practitioner.press('button', /^Join Jean/)
  await practitioner.reads(/The line to them is ready\./)
  await practitioner.press('button', 'Join')
  await patient.reads(/^Tomasz Nowak.* is ready\.$/)
  await patient.press('button', 'Join now')
  // A press in the first second of a screen counts for nothing.
  await expect
    .poll(
      async () => {
        if (await patient.has('button', 'Join now')) await patient.press('button', 'Join now')
        return patient.has('button', /^Turn my sound off/)
      },
      { timeout: 20_000, interval: 700 },
    )
    .toBe(true)
  await mediaFlows(pages.patient)
  await mediaFlows(pages.practitioner)
  if (!(await practitioner.has('tab', 'Note'))) await practitioner.press('button', /^Note/)
  await practitioner.press('tab', 'Note')
  await practitioner.fill(/^Note about Jean/, 'Walks well.')
  await practitioner.reads(/^Saved/)
})

test('[LT9] the visit ends on both sides', async () => {
  await practitioner.press('button', 'End')
  await practitioner.press('button', 'End visit')
  await patient.reads(/^Thank you, Jean\.$/)
  await patient.reads(/Your visit has ended\./)
  await practitioner.press('button', /^Sign/)
  await practitioner.reads(/^Signed/)
  await practitioner.press('button', 'Back to the queue')
  await practitioner.reads(/waiting areas$/i)
})
