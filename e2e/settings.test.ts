// An organisation hands its settings down: an administrator says something for all, a service something else, and patients
// find what is nearest. Then a service's administrator keeps what is theirs.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DESK, openChromium, openPerson } from './browser.ts'
import { looksRight } from './looks.ts'
import { sampleClinic } from './people.ts'
import { type Product, startProduct } from './product.ts'

const PASSWORD = 'kettle lemon bridge'
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

describe('the settings of an organisation', () => {
  let product: Product
  let browser: Browser
  let ofAda: BrowserContext
  let ada: Page

  beforeAll(async () => {
    product = await startProduct({ BEDSIDE_BACKUP_DAYS: '1' })
    browser = await openChromium({ devices: false })
    ofAda = await openPerson(browser, DESK)
    ada = await ofAda.newPage()
    await ada.goto(product.link('setup'))
    await ada.getByLabel('Name of the organisation').fill('Hillside Community Health')
    await ada.getByLabel('Your name').fill('Ada Lindqvist')
    await ada.getByLabel('E-mail address').fill('ada@hillside.example')
    await ada.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await ada.getByLabel('Name of the service').fill('Physiotherapy')
    await ada.getByRole('button', { name: 'Set up', exact: true }).click()
    await ada.getByRole('link', { name: 'Open the console' }).click()
    await ada.getByRole('link', { name: 'Settings' }).click()
    await ada.getByRole('heading', { name: 'The organisation itself' }).waitFor()
  })
  afterAll(async () => {
    await browser?.close()
    await product?.stop()
  })

  const part = (page: Page, title: string) => page.getByRole('region', { name: title, exact: true })
  const place = (page: Page, name: string) =>
    page.getByRole('navigation', { name: 'Services and waiting areas' }).getByRole('link', { name, exact: true })
  const organisation = (page: Page) =>
    page.getByRole('navigation', { name: 'Pages of the settings' }).getByRole('link', { name: 'Organisation' })
  const group = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).click()

  test('[LV14] an administrator is told what needs attention on the server, and what to do', async () => {
    await ada.getByText('What to do').click()
    await ada.getByText('Run “npm run backup”').waitFor()
    await looksRight(ada, 'warnings, opened')
    await ada.getByText('What to do').click()
  })

  test('[HD1] [HD2] what the organisation says is what a new area finds, until it says something itself', async () => {
    await looksRight(ada, 'organisation')
    await group(ada, 'At the door')
    await part(ada, 'Consent').getByRole('button', { name: 'Change: Consent' }).click()
    await ada.getByRole('textbox', { name: 'Consent', exact: true }).fill('I agree to be seen by video.')
    await looksRight(ada, 'a setting being changed')
    await ada.getByRole('button', { name: 'Save: Consent' }).click()
    await part(ada, 'Consent').getByText('Set here').waitFor()
    await part(ada, 'Logo').getByRole('button', { name: 'Change: Logo' }).click()
    const file = { name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from(PIXEL, 'base64') }
    await ada.getByLabel('Choose a picture').setInputFiles({ ...file, buffer: Buffer.from('<svg></svg>') })
    await ada.getByText('Choose a PNG or JPEG picture').first().waitFor()
    await ada.getByLabel('Choose a picture').setInputFiles(file)
    await ada.getByAltText('The logo as it is chosen now').waitFor()
    await ada.getByRole('button', { name: 'Save: Logo' }).click()
    await part(ada, 'Logo').getByText('Set here').waitFor()

    await group(ada, 'Services')
    await ada.getByLabel('Name of the new service').fill('Speech and language')
    await ada.getByRole('button', { name: 'Add a service' }).click()
    await ada.getByRole('heading', { name: 'Speech and language' }).waitFor()
    await ada.getByLabel('Name of the new waiting area').fill('Swallowing clinic')
    await ada.getByRole('button', { name: 'Add a waiting area' }).click()
    await ada.getByRole('heading', { name: 'Swallowing clinic' }).waitFor()
    await group(ada, 'At the door')
    await part(ada, 'Consent').getByText('I agree to be seen by video.').waitFor()
    await part(ada, 'Consent').getByRole('link', { name: 'From the organisation' }).waitFor()
    await looksRight(ada, 'a new area')

    await part(ada, 'Consent').getByRole('button', { name: 'Change here: Consent' }).click()
    expect(await ada.getByRole('textbox', { name: 'Consent', exact: true }).inputValue()).toBe(
      'I agree to be seen by video.',
    )
    await ada.getByRole('textbox', { name: 'Consent', exact: true }).fill('I agree to eat on camera.')
    await ada.getByRole('button', { name: 'Save: Consent' }).click()
    await part(ada, 'Consent').getByText('Set here').waitFor()
    const door = await fetch(`${product.url}/api/open/areas/swallowing-clinic`)
    expect(await door.json()).toMatchObject({ consent: 'I agree to eat on camera.', logo: expect.any(String) })

    await organisation(ada).click()
    await group(ada, 'At the door')
    await part(ada, 'Consent').getByText('Set separately: Swallowing clinic').waitFor()
    await place(ada, 'Swallowing clinic').click()
    await group(ada, 'At the door')
    await part(ada, 'Consent').getByRole('button', { name: 'Use the organisation’s: Consent' }).click()
    await part(ada, 'Consent').getByRole('link', { name: 'From the organisation' }).waitFor()
    const after = await fetch(`${product.url}/api/open/areas/swallowing-clinic`)
    expect(await after.json()).toMatchObject({ consent: 'I agree to be seen by video.' })
  })

  test('[NV5] [NV6] what is typed is found, and leads to its row, also on a phone', async () => {
    const typed = ada.getByLabel('Find a setting')
    await typed.fill('waiting sound')
    await ada.getByText('1 found').waitFor()
    await looksRight(ada, 'a setting found')
    await ada.getByRole('link', { name: /^Waiting sound/ }).click()
    await ada.getByRole('heading', { name: 'Waiting sound' }).and(ada.locator(':focus')).waitFor()
    await ada.setViewportSize({ width: 390, height: 844 })
    expect(await typed.isVisible()).toBe(false)
    await ada.getByRole('button', { name: 'All settings' }).click()
    await typed.fill('consent')
    await ada.getByRole('link', { name: /^Consent/ }).click()
    await ada.getByRole('heading', { name: 'Consent' }).and(ada.locator(':focus')).waitFor()
    expect(await typed.isVisible()).toBe(false)
    await ada.setViewportSize(DESK.viewport)
    await place(ada, 'Swallowing clinic').click()
  })

  test('[HD3] every setting can be changed, and says what is to be mended', async () => {
    const change = (title: string) =>
      part(ada, title)
        .getByRole('button', { name: `Change here: ${title}` })
        .click()
    const save = async (title: string) => {
      await ada.getByRole('button', { name: `Save: ${title}` }).click()
      await part(ada, title).getByText('Set here').waitFor()
    }
    await group(ada, 'When it is open')
    await change('Opening hours')
    await ada.getByText('At these hours').click()
    await ada.getByRole('button', { name: 'Add hours on Monday' }).click()
    await looksRight(ada, 'opening hours being changed')
    await save('Opening hours')
    await group(ada, 'After the call')
    await change('Page after the call')
    await ada.getByLabel('What the button says').fill('Tell us how it was')
    await ada.getByLabel('Address of the page').fill('hillside.example/how')
    await ada.getByRole('button', { name: 'Save: Page after the call' }).click()
    await ada.getByText('an address that begins with https://').first().waitFor()
    await looksRight(ada, 'a setting to be mended')
    await ada.getByLabel('Address of the page').fill('https://hillside.example/how')
    await save('Page after the call')
    await group(ada, 'While patients wait')
    await change('Messages while waiting')
    await ada.getByRole('button', { name: 'Add a message' }).click()
    await ada.getByLabel('What patients read').fill('We know that you are here.')
    await save('Messages while waiting')
    await group(ada, 'When it is open')
    await change('Other closed days')
    await ada.getByRole('button', { name: 'Add a day' }).click()
    await ada.getByLabel('Day 1', { exact: true }).fill('2030-12-24')
    await save('Other closed days')
    await group(ada, 'Help and alerts')
    await change('Help for patients')
    await ada.getByLabel('Phone number', { exact: true }).fill('01632 960 960')
    await save('Help for patients')
    await change('When somebody arrives')
    await ada.getByLabel('E-mail addresses, one a line').fill('desk@hillside.example')
    await save('When somebody arrives')
    await group(ada, 'When it is open')
    await change('Bank holidays')
    await ada.getByLabel('Whose bank holidays').selectOption('scotland')
    await save('Bank holidays')
    await looksRight(ada, 'an area with much of its own')
    await ada.goto(`${product.url}/staff/areas/swallowing-clinic/poster`)
    await ada.getByText('When you can come: Monday: 09:00 to 17:00').waitFor()
    const door = await fetch(`${product.url}/api/open/areas/swallowing-clinic`)
    expect(await door.json()).toMatchObject({
      support: { phone: '01632 960 960' },
      waiting: { messages: [{ afterMinutes: 10, text: 'We know that you are here.' }] },
    })
  })

  test('[HD6] a service’s administrator begins at their service, and changes what is theirs', async () => {
    await ada.goto(`${product.url}/staff/people`)
    await ada.getByRole('button', { name: 'Invite somebody' }).click()
    const dialog = ada.getByRole('dialog')
    await dialog.getByLabel('Name', { exact: true }).fill('Sadia Karim')
    await dialog.getByLabel('E-mail address').fill('sadia@hillside.example')
    await dialog.locator('#add-service').selectOption('Physiotherapy')
    await dialog.getByRole('button', { name: 'Add', exact: true }).click()
    await dialog.getByLabel('Service administrator').check()
    const practitioner = dialog.getByLabel('Practitioner')
    if (await practitioner.isChecked()) await practitioner.uncheck()
    await dialog.getByRole('button', { name: 'Send the invitation' }).click()
    await ada.getByText('Sadia Karim is invited').waitFor()
    await ada.goto(`${product.url}/staff/outbox`)
    await ada.getByRole('button', { name: 'sadia@hillside.example' }).first().click()
    const link = (await ada.locator('.outbox-message-open .outbox-message-link').getAttribute('href')) ?? ''

    const ofSadia = await openPerson(browser, DESK)
    const sadia = await ofSadia.newPage()
    await sadia.goto(link)
    await sadia.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await sadia.getByRole('button', { name: 'Save and sign in' }).click()
    await sadia.getByRole('link', { name: 'Open the settings' }).click()
    await sadia.getByRole('heading', { name: 'Physiotherapy' }).first().waitFor()
    expect(await organisation(sadia).count()).toBe(0)
    expect(await place(sadia, 'Speech and language').count()).toBe(0)
    await looksRight(sadia, 'a service')
    await group(sadia, 'At the door')
    await part(sadia, 'Consent').getByText('From the organisation').waitFor()
    await group(sadia, 'After the call')
    await part(sadia, 'Text after the call').getByRole('button', { name: 'Change here: Text after the call' }).click()
    await sadia.getByRole('textbox', { name: 'Text after the call', exact: true }).fill('Do the exercises twice a day.')
    await sadia.getByRole('button', { name: 'Save: Text after the call' }).click()
    await part(sadia, 'Text after the call').getByText('Set here').waitFor()
    await group(sadia, 'Waiting areas')
    await sadia.getByLabel('Name of the new waiting area').fill('Evening class')
    await sadia.getByRole('button', { name: 'Add a waiting area' }).click()
    await sadia.getByRole('heading', { name: 'Evening class' }).waitFor()
    await group(sadia, 'After the call')
    await part(sadia, 'Text after the call').getByRole('link', { name: 'From the service' }).waitFor()
    await group(sadia, 'General')
    await sadia.getByRole('button', { name: 'Close this waiting area' }).click()
    await looksRight(sadia, 'closing')
    await sadia.getByRole('button', { name: 'Close for good' }).click()
    await sadia.getByText('This is closed').waitFor()
    await looksRight(sadia, 'closed')
    expect((await fetch(`${product.url}/api/open/areas/evening-class`)).status).toBe(404)
    await sadia.getByRole('button', { name: 'Open it again' }).click()
    await sadia.getByRole('heading', { name: 'What patients find first' }).waitFor()
    await ofSadia.close()
  })

  test('[SU8] the sample clinic beside the organisation goes by one press, after a question that names what goes', async () => {
    const clinic = await sampleClinic(product.url, product.link('sample'))
    expect((await fetch(clinic.door('Physiotherapy'))).status).toBe(200)
    await ada.goto(`${product.url}/staff/settings`)
    await ada.getByRole('heading', { name: 'Sample clinic' }).waitFor()
    await ada.getByRole('button', { name: 'Remove the sample clinic' }).click()
    const question = ada.getByRole('dialog')
    await question.getByRole('heading', { name: 'Remove “Riverside Community Health”?' }).waitFor()
    await question.getByText('3 people, who are signed out').waitFor()
    await looksRight(ada, 'the question before the sample clinic goes')
    await question.getByRole('button', { name: 'Keep it' }).click()
    await ada.getByRole('button', { name: 'Remove the sample clinic' }).click()
    await question.getByRole('button', { name: 'Remove the sample clinic' }).click()
    await ada.locator('section:focus').getByText('The sample clinic is removed').waitFor()
    const instance = await fetch(`${product.url}/api/open/instance`)
    expect(await instance.json()).toMatchObject({ organisations: [{ name: expect.stringContaining('Hillside') }] })
  })
})
