// Ways in that are not the happy one: no camera, no microphone, refused, sockets blocked, a closed or unknown door.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DESK, mediaFlows, openChromium, openPerson, PHONE } from './browser.ts'
import { arriveAndWait, JEAN, join, sampleClinic, signIn, tellWho } from './people.ts'
import { type Product, startProduct } from './product.ts'
import { startProxy } from './proxy.ts'

describe('ways in', () => {
  let product: Product
  let browser: Browser
  let clinic: Awaited<ReturnType<typeof sampleClinic>>

  beforeAll(async () => {
    product = await startProduct()
    browser = await openChromium()
    clinic = await sampleClinic(product.url, product.link('sample'))
  })
  afterAll(async () => {
    await browser?.close()
    await product?.stop()
  })

  test('[J8] camera and microphone refused: what to do in this browser, and still three ways on', async () => {
    const context = await openPerson(browser, PHONE, [])
    const page = await context.newPage()
    await page.goto(clinic.door('Physiotherapy'))
    await tellWho(page, JEAN)
    await page.getByRole('button', { name: 'Turn on camera and sound' }).click()
    await page.getByText('Your camera and microphone are blocked').first().waitFor()
    expect(await page.getByRole('button', { name: 'Try again' }).isVisible()).toBe(true)
    await page
      .getByRole('button', { name: /phone me/i })
      .first()
      .click()
    await page
      .getByText(/will phone you|phones you/)
      .first()
      .waitFor()
    await context.close()
  })

  test('[J9] no camera and no microphone at all: said so, and the patient still gets to the waiting area', async () => {
    const bare = await openChromium({ devices: false })
    const context = await openPerson(bare, PHONE)
    const page = await context.newPage()
    await page.goto(clinic.door('Physiotherapy'))
    await tellWho(page, JEAN)
    await page.getByRole('button', { name: 'Turn on camera and sound' }).click()
    await page.getByText('We cannot find a camera or microphone').first().waitFor()
    await page
      .getByRole('button', { name: /without sound|sound only/i })
      .first()
      .click()
    await page.getByText('You are in the right place, Jean.').waitFor()
    await bare.close()
  })

  test.each(['refuses', 'swallows'] as const)(
    '[J10] a proxy that %s WebSockets: the whole journey works by long polling',
    async (manner) => {
      const proxy = await startProxy(product.url, manner)
      const ofPatient = await openPerson(browser, PHONE)
      const ofPractitioner = await openPerson(browser, DESK)
      const through = (url: string) => url.replace(product.url, proxy.url)
      const patient = await arriveAndWait(ofPatient, through(clinic.door('Nurse')))
      const practitioner = await ofPractitioner.newPage()
      const helen = clinic.person('Helen')
      await signIn(practitioner, proxy.url, helen.email, helen.password)
      await join(practitioner)
      await mediaFlows(practitioner)
      await mediaFlows(patient)
      await patient.getByRole('button', { name: 'Leave', exact: true }).click()
      await patient.getByRole('dialog').getByRole('button', { name: /leave/i }).first().click()
      await practitioner.getByText('Jean has left the call').first().waitFor()
      await ofPatient.close()
      await ofPractitioner.close()
      await proxy.close()
    },
  )

  test('[J11] an address that leads nowhere says what to check', async () => {
    const context = await openPerson(browser, PHONE)
    const page = await context.newPage()
    await page.goto(`${product.url}/at/no-such-clinic`)
    await page.getByText('We cannot find this clinic').waitFor()
    await context.close()
  })
})
