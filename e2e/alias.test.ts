// Somebody whose name patients must not be told: every byte that reaches the patient's browser in a whole visit is kept
// and searched for it.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DESK, mediaFlows, openChromium, openPerson, PHONE } from './browser.ts'
import { arriveAndWait, join, sampleClinic, signIn } from './people.ts'
import { type Product, startProduct } from './product.ts'

const ALIAS = 'Physio on duty'

describe('a practitioner whom patients know by another name', () => {
  let product: Product
  let browser: Browser
  beforeAll(async () => {
    product = await startProduct()
    browser = await openChromium()
  })
  afterAll(async () => {
    await browser?.close()
    await product?.stop()
  })

  test('[NA1] [NA2] [NA3] is named on the people page, and by no byte in the patient’s browser', {
    timeout: 120_000,
  }, async () => {
    const clinic = await sampleClinic(product.url, product.link('sample'))
    const [amara, tomasz] = [clinic.person('Amara'), clinic.person('Tomasz')]

    const office = await (await openPerson(browser, DESK)).newPage()
    await signIn(office, product.url, amara.email, amara.password)
    await office.getByRole('link', { name: 'Settings' }).click()
    await office.getByRole('link', { name: 'People' }).click()
    await office.getByRole('button', { name: 'Tomasz Nowak: change' }).click()
    await office.getByLabel('Name for patients of Physiotherapy').fill(ALIAS)
    await office.getByRole('button', { name: 'Save', exact: true }).click()
    await office.getByText(`as “${ALIAS}”`).waitFor()

    const home = await openPerson(browser, PHONE)
    await home.addInitScript(keepChannels)
    const came: string[] = []
    home.on('page', (page) => keep(page, came))
    const patient = await arriveAndWait(home, clinic.door('Physiotherapy'))

    const desk = await (await openPerson(browser, DESK)).newPage()
    await signIn(desk, product.url, tomasz.email, tomasz.password)
    await desk.getByRole('button', { name: /^Jean/ }).click()
    await desk.getByLabel('Write to them').fill('Nearly there.')
    await desk.getByRole('button', { name: 'Send', exact: true }).click()
    await patient.getByText('Nearly there.').first().waitFor()
    await desk.keyboard.press('Escape')
    await join(desk)
    await mediaFlows(patient)
    await patient.getByText(ALIAS).first().waitFor()
    await office.getByRole('link', { name: 'Today' }).click()
    await office.getByText(/^With Tomasz Nowak since/).waitFor()
    await patient.reload()
    await mediaFlows(patient)
    await desk.reload()
    await mediaFlows(patient)
    await patient.getByText(ALIAS).first().waitFor()
    came.push(
      JSON.stringify(await patient.evaluate(() => (window as unknown as { cameByChannel: string[] }).cameByChannel)),
    )
    came.push(await patient.content())

    const all = came.join('\n').replaceAll(ABOUT, '')
    expect(all).toContain(ALIAS)
    expect(all).toContain('"type":"visit"')
    for (const real of ['Tomasz', 'Nowak']) expect(all).not.toContain(real)
    expect((await desk.content()) + (await office.content())).not.toContain(ALIAS)
  })
})

/** What the sample clinic itself has written of that area: an organisation's own words are its own to change. */
const ABOUT = 'Amara Okafor or Tomasz Nowak will see you.'

/** Everything that a page receives over HTTP and over its socket, as text. */
function keep(page: Page, came: string[]): void {
  page.on('response', (response) => {
    came.push(JSON.stringify(response.headers()))
    response.text().then(
      (text) => came.push(text),
      // A redirect or an aborted request has no body.
      () => {},
    )
  })
  page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => came.push(payload.toString())))
}

/** Runs in a page before its own scripts: what comes from the practitioner's page by no server. */
function keepChannels(): void {
  const came: string[] = []
  Object.assign(window, { cameByChannel: came })
  const listen = (channel: RTCDataChannel) => channel.addEventListener('message', ({ data }) => came.push(String(data)))
  const create = RTCPeerConnection.prototype.createDataChannel
  RTCPeerConnection.prototype.createDataChannel = function (...wishes) {
    const channel = create.apply(this, wishes)
    listen(channel)
    return channel
  }
}
