// Both sides of a visit under a translator like Google's: whatever changes is seen to change, and nothing fails.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DESK, mediaFlows, openChromium, openPerson, PHONE } from './browser.ts'
import { arriveAndWait, JEAN, join, openTab, SARAH, sampleClinic, signIn } from './people.ts'
import { type Product, startProduct } from './product.ts'
import { faultsOf, translate, untranslated } from './translator.ts'

describe('pages that a translator changes', () => {
  let product: Product
  let browser: Browser
  let clinic: Awaited<ReturnType<typeof sampleClinic>>
  let first: Page
  let patient: Page
  let practitioner: Page
  const faults: string[][] = []

  const translated = async (shape: typeof PHONE | typeof DESK): Promise<BrowserContext> => {
    const context = await openPerson(browser, shape)
    await context.addInitScript(translate)
    faults.push(faultsOf(context))
    return context
  }
  /** The words stand there, in the translator's own element, and once: nothing older stands beside them. */
  const reads = async (page: Page, words: string | RegExp) => {
    await page.locator('[data-translated]').getByText(words).first().waitFor()
    expect(await page.evaluate(untranslated)).toEqual([])
  }
  const gone = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor({ state: 'hidden' })
  const nothingFailed = () => expect(faults.flat()).toEqual([])

  beforeAll(async () => {
    product = await startProduct()
    browser = await openChromium()
    clinic = await sampleClinic(product.url, product.link('sample'))
  })
  afterAll(async () => {
    await browser?.close()
    await product?.stop()
  })

  test('[TX1] door, arrival and waiting: the queue on both sides, the place and the delay go on changing', async () => {
    practitioner = await (await translated(DESK)).newPage()
    const tomasz = clinic.person('Tomasz')
    await signIn(practitioner, product.url, tomasz.email, tomasz.password)
    await reads(practitioner, 'Nobody is waiting')
    first = await arriveAndWait(await translated(PHONE), clinic.door('Physiotherapy'), JEAN)
    await reads(first, 'You are next')
    await practitioner.getByText('Jean Ellis-Whitcombe').first().waitFor()
    patient = await arriveAndWait(await translated(PHONE), clinic.door('Physiotherapy'), SARAH)
    await reads(patient, '1 person is before you')
    await practitioner.getByText(`${SARAH.firstName} ${SARAH.lastName}`).first().waitFor()
    await practitioner.getByRole('button', { name: '10 min' }).click()
    await reads(patient, /running about 10 minutes late/)
    await practitioner.getByRole('button', { name: 'We are on time again' }).click()
    await gone(patient, /running about/)
    await reads(patient, /how long it will be|Today most people waited/)
    await first.getByRole('button', { name: 'Leave', exact: true }).click()
    await first.getByRole('dialog').getByRole('button', { name: 'Yes, leave' }).click()
    await reads(patient, /^You are next$/)
    await gone(patient, '1 person is before you')
    // That she left is said aloud by name, outside the queue.
    const queue = practitioner.getByRole('list', { name: 'The queue' })
    await queue.getByText('Jean Ellis-Whitcombe').first().waitFor({ state: 'hidden' })
    nothingFailed()
  })

  test('[TX1] messages and the switches of one’s own side', async () => {
    await patient.getByRole('button', { name: 'Turn my sound off', exact: true }).click()
    await reads(patient, 'Your picture works. Your sound is off.')
    await patient.getByRole('button', { name: 'Turn my sound on', exact: true }).click()
    await reads(patient, 'Your picture and sound work.')
    await patient.getByLabel('Write to the clinic').fill('I have a question')
    await patient.getByRole('button', { name: 'Send', exact: true }).click()
    await practitioner.getByText('I have a question').first().waitFor()
    nothingFailed()
  })

  test('[TX1] the call: sound off and on, hold, a message, the end', async () => {
    await join(practitioner, SARAH)
    await mediaFlows(patient)
    await mediaFlows(practitioner)
    await reads(patient, 'Sound on')
    await patient.getByRole('button', { name: 'Turn my sound off' }).click()
    await reads(patient, 'Sound off')
    await reads(practitioner, /is muted/)
    await patient.getByRole('button', { name: 'Turn my sound on' }).click()
    await reads(patient, 'Sound on')
    await gone(practitioner, /is muted/)
    await openTab(practitioner, 'Messages')
    await practitioner.getByLabel(`Write to ${SARAH.firstName}`).fill('Can you hear me well?')
    await practitioner.getByRole('button', { name: 'Send', exact: true }).click()
    await reads(patient, 'Can you hear me well?')
    await practitioner.getByRole('button', { name: 'Hold', exact: true }).click()
    await reads(patient, /has put you on hold/)
    await reads(practitioner, /cannot see or hear each other/)
    await practitioner.getByRole('button', { name: 'Resume', exact: true }).first().click()
    await gone(patient, /has put you on hold/)
    await mediaFlows(patient)
    await openTab(practitioner, 'Note')
    await practitioner.getByLabel(/^Note about/).fill('Walks well with one stick.')
    await reads(practitioner, /^Saved \d\d:\d\d/)
    await practitioner.getByRole('button', { name: 'End', exact: true }).click()
    await practitioner.getByRole('dialog').getByRole('button', { name: 'End visit' }).click()
    await reads(patient, 'We will send you a letter with what we agreed.')
    await practitioner.getByRole('button', { name: 'Sign the note' }).click()
    await reads(practitioner, 'Your note is signed.')
    await practitioner.getByRole('button', { name: 'Back to the queue' }).click()
    await reads(practitioner, 'Nobody is waiting')
    nothingFailed()
  })
})
