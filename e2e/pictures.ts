// Makes the README's pictures from the running product, with the sample clinic and made-up people.
// Run by `npm run pictures` as a Vitest project of its own.
import { mkdirSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { test } from 'vitest'
import { DESK, mediaFlows, openChromium, openPerson, PHONE } from './browser.ts'
import { arriveAndWait, JEAN, join, openTab, sampleClinic, signIn } from './people.ts'
import { startProduct } from './product.ts'

const FOLDER = 'docs/pictures'
const OTHERS = [
  { firstName: 'Mohammed', lastName: 'Rahman', born: ['17', '9', '1956'], phone: '01632 960 014' },
  { firstName: 'Siân', lastName: 'Prosser', born: ['2', '11', '1971'], phone: '01632 960 027' },
] as const

/** The short way: no questions, where to put the device, the check. */
async function getReady(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Get ready' }).click()
  await page.getByRole('button', { name: 'Skip these questions' }).click()
  await page.getByRole('img', { name: /We see her head and her feet/ }).waitFor()
  await page.screenshot({ path: `${FOLDER}/place.png` })
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('button', { name: /Start now|Test my internet/ }).click()
  await page.getByRole('button', { name: 'Done' }).waitFor()
}

test('pictures of the product', async () => {
  mkdirSync(FOLDER, { recursive: true })
  const product = await startProduct()
  const browser = await openChromium()
  try {
    const clinic = await sampleClinic(product.url, product.link('sample'))
    const door = clinic.door('Physiotherapy')
    const ofJean = await openPerson(browser, PHONE)
    const jean = await arriveAndWait(ofJean, door, JEAN)
    for (const other of OTHERS) await arriveAndWait(await openPerson(browser, PHONE), door, other)
    await jean.screenshot({ path: `${FOLDER}/waiting.png` })
    await getReady(jean)
    const desk = await openPerson(browser, DESK)
    const page = await desk.newPage()
    const tomasz = clinic.person('Tomasz')
    await signIn(page, product.url, tomasz.email, tomasz.password)
    await page.getByText('Siân Prosser').first().waitFor()
    await page.screenshot({ path: `${FOLDER}/console.png` })
    await join(page)
    await mediaFlows(page)
    await openTab(page, 'Note')
    await page.getByLabel(/^Note about Jean/).fill('Walks to the window and back with one stick. Steady on the turn.')
    await page
      .getByText(/^Saved \d\d:\d\d/)
      .first()
      .waitFor()
    await page.screenshot({ path: `${FOLDER}/call.png` })
  } finally {
    await browser.close()
    await product.stop()
  }
})
