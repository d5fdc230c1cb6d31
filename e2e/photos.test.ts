// Photos: sent from the waiting screen, counted in the queue, and looked at beside the note.
import { join as joined } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openChromium, openPerson, PHONE } from './browser.ts'
import { looksRight } from './looks.ts'
import { arriveAndWait, join, openDesk, openTab } from './people.ts'
import { type Product, startProduct } from './product.ts'

let product: Product
let browser: Browser
let phone: Page
let desk: Page

beforeAll(async () => {
  product = await startProduct()
  browser = await openChromium()
  const opened = await openDesk(browser, product, 'Tomasz')
  desk = opened.desk
  phone = await arriveAndWait(await openPerson(browser, PHONE), opened.clinic.door('Physiotherapy'))
})

afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

async function photo(name: string, colour: string): Promise<string> {
  const path = joined(product.folder, name)
  const spot = Buffer.from(`<svg width="900" height="1200"><circle cx="400" cy="500" r="160" fill="${colour}"/></svg>`)
  await sharp({ create: { width: 900, height: 1200, channels: 3, background: '#e3b7a0' } })
    .composite([{ input: spot }])
    .png()
    .toFile(path)
  return path
}

test('[FI6] [FI7] photos go from the waiting screen to the note', async () => {
  const chosen = phone.waitForEvent('filechooser')
  await phone.getByRole('button', { name: 'Take a photo' }).click()
  await (await chosen).setFiles(await photo('one.png', '#a33'))
  await phone.getByText('Your clinic has it').waitFor()
  const more = phone.waitForEvent('filechooser')
  await phone.getByRole('button', { name: 'Choose photos' }).click()
  await (await more).setFiles(await photo('two.png', '#739'))
  await expect.poll(() => phone.getByText('Your clinic has it').count()).toBe(2)
  const none = phone.waitForEvent('filechooser')
  await phone.getByRole('button', { name: 'Choose photos' }).click()
  await (await none).setFiles({ name: 'three.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no photo') })
  await phone.getByText('We cannot read this photo.').waitFor()
  await phone.getByText('How to take a good photo').click()
  await looksRight(phone, 'photos on the waiting screen')

  await desk.getByText('2 photos').waitFor()
  await join(desk)
  await openTab(desk, 'Note')
  await desk.getByText('Photos (2)').waitFor()
  await looksRight(desk, 'photos beside the note')
  await desk.getByRole('button', { name: 'Look at photo 1' }).click()
  const dialog = desk.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Larger: photo 1' }).click()
  await dialog.getByRole('button', { name: 'Turn: photo 1' }).click()
  await dialog.getByRole('button', { name: 'Compare with photo 2' }).click()
  await expect
    .poll(() => dialog.getByRole('img').evaluateAll((all) => all.map((one) => (one as HTMLImageElement).naturalWidth)))
    .toEqual([900, 900])
  await looksRight(desk, 'two photos side by side')
  await desk.keyboard.press('Escape')
  await desk.getByRole('button', { name: 'Copy into the note: photo 2' }).click()
  await expect.poll(() => desk.getByRole('textbox', { name: /note/i }).inputValue()).toMatch(/Photo 2 of .+, received /)
})
