// Getting ready: the talk, the place and the check while waiting, as the practitioner's queue sees it; and the page for
// trying everything out.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPage } from '../test/page.ts'
import { openChromium, openPerson, PHONE, waitUntil } from './browser.ts'
import { looksRight } from './looks.ts'
import { arriveAndWait, type SampleSignIn, sampleClinic, showEquipmentWorks } from './people.ts'
import { type Product, startProduct } from './product.ts'

const ANDROID =
  'Mozilla/5.0 (Linux; Android 14; Pixel 7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36'

describe('getting ready', () => {
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

  const onPhone = async (allow: readonly string[] = ['camera', 'microphone']): Promise<BrowserContext> => {
    const context = await browser.newContext({
      ...PHONE,
      userAgent: ANDROID,
      permissions: [...allow],
      locale: 'en-GB',
    })
    context.setDefaultTimeout(30_000)
    return context
  }

  /** What is known of the patient's talk and equipment in the queue that this member of staff sees. */
  async function queueOf({ email, password }: SampleSignIn) {
    const reply = await fetch(`${product.url}/api/open/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-bedside': '1', cookie: 'bedside_kept=1' },
      body: JSON.stringify({ email, password }),
    })
    const cookie = reply.headers.getSetCookie().map((one) => one.split(';')[0])
    const page = await openPage(product.url, 'staff', cookie.join('; '))
    return async () => {
      const { areas } = await page.ask({ type: 'staff.open', pageId: page.pageId })
      return areas.flatMap(({ visits }) => visits)[0]
    }
  }

  test('[GR2][GR9] a patient gets ready step by step, and the queue shows what was agreed and found', async () => {
    const context = await onPhone()
    const page = await arriveAndWait(context, clinic.door('Physiotherapy'))
    const visit = await queueOf(clinic.person('Amara'))
    const card = page.locator('.prepare')
    await page.getByRole('button', { name: 'Get ready' }).click()
    await card.getByText('A laptop').click()
    await looksRight(page, 'which devices')
    await card.getByRole('button', { name: 'Continue' }).click()
    await card.getByRole('button', { name: 'My phone' }).click()
    await card.getByRole('button', { name: 'Yes', exact: true }).click()
    await card.getByRole('button', { name: 'No, I am alone' }).click()
    await card.getByRole('button', { name: 'Yes', exact: true }).click()
    await card.getByText('Is it hard for you to hear people on a call?').waitFor()
    await card.getByRole('button', { name: 'No', exact: true }).click()
    await card.getByRole('button', { name: 'I have none of these' }).click()
    await card.getByRole('button', { name: 'Use this phone' }).click()
    await card.getByRole('img', { name: /We see head and feet/ }).waitFor()
    await looksRight(page, 'where to put it')
    await card.getByRole('button', { name: 'Continue' }).click()
    await card.getByRole('button', { name: 'Test my internet' }).waitFor()
    expect(await card.getByText(/This uses up to \d+ MB of your data/).isVisible()).toBe(true)
    await looksRight(page, 'before the connection is tested')
    await card.getByRole('button', { name: 'Test my internet' }).click()
    await card.getByRole('button', { name: 'Done' }).waitFor()
    await looksRight(page, 'what was found')
    await waitUntil('the queue shows it', async () => (await visit())?.equipment?.connection?.state === 'measured')
    const known = await visit()
    expect(known?.talk).toMatchObject({
      answers: { devices: ['smartphone', 'laptop'], preference: 'smartphone', alone: true, stand: true },
      agreed: { device: 'smartphone', by: 'patient' },
    })
    expect(known?.equipment).toMatchObject({
      device: { kind: 'smartphone', system: 'android', browser: 'chrome' },
      camera: { lines: 480 },
      microphone: { state: 'works' },
      speaker: { heard: true },
    })

    // A reload asks nothing of it again.
    await page.reload()
    await page.getByText('Stay on this page.').waitFor()
    expect(await card.getByRole('button', { name: 'Continue' }).count()).toBe(0)
    await context.close()
  })

  test('[GR16] trying it out needs no visit and keeps nothing', async () => {
    const context = await onPhone()
    const page = await context.newPage()
    const told: string[] = []
    page.on('request', (request) => {
      if (request.method() !== 'GET') told.push(new URL(request.url()).pathname)
    })
    await page.goto(`${product.url}/check`)
    await page.getByRole('button', { name: 'Start' }).click()
    await showEquipmentWorks(page)
    await page.getByRole('button', { name: 'Test my internet' }).click()
    await page.getByText('On the day of your visit').waitFor()
    expect(await page.getByText('Riverside Community Health').isVisible()).toBe(true)
    await looksRight(page, 'trying it out, at the end')
    expect(await kept(page)).toEqual({ storage: 0, cookies: '' })
    expect(told.every((path) => path.startsWith('/api/open/check/'))).toBe(true)
    await page.getByRole('button', { name: /again/ }).click()
    await page.getByRole('button', { name: 'Turn on camera and sound' }).waitFor()
    await context.close()
  })

  test('[GR14] camera and microphone refused: the page goes to its end, with steps for this browser', async () => {
    const context = await onPhone([])
    const page = await context.newPage()
    await page.goto(`${product.url}/check`)
    await page.getByRole('button', { name: 'Start' }).click()
    await page.getByRole('button', { name: 'Turn on camera and sound' }).click()
    await page.getByText('Your camera and microphone are blocked').waitFor()
    await page.getByRole('button', { name: 'Carry on with sound only' }).click()
    await page.getByRole('button', { name: 'Carry on without sound' }).click()
    await page.getByRole('button', { name: 'Ring the bell' }).click()
    await page.getByRole('button', { name: 'Yes, I heard it' }).click()
    await page.getByRole('button', { name: 'Leave it out' }).click()
    await page.getByText('They can phone you.').waitFor()
    await page.getByText('Show me how').first().click()
    expect(await page.getByText('Switch on “Camera” and “Microphone”.').first().isVisible()).toBe(true)
    await looksRight(page, 'everything refused')
    await context.close()
  })

  test('[GR1] the door says which device is best before anything is asked', async () => {
    const context = await openPerson(browser, PHONE)
    const phone = await onPhone()
    const [computer, held] = [await context.newPage(), await phone.newPage()]
    await computer.goto(clinic.door('Physiotherapy'))
    await held.goto(clinic.door('Physiotherapy'))
    await computer.getByText('Your computer on a table is a good choice for this visit.').waitFor()
    await held.getByText('Your phone is fine too.').waitFor()
    await context.close()
    await phone.close()
  })
})

const kept = (page: Page) =>
  page.evaluate(() => ({ storage: localStorage.length + sessionStorage.length, cookies: document.cookie }))
