// A clinic list of another program: its file is looked at, added, added again, and undone.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openChromium } from './browser.ts'
import { looksRight } from './looks.ts'
import { openDesk } from './people.ts'
import { type Product, startProduct } from './product.ts'

let product: Product
let browser: Browser
let desk: Page
beforeAll(async () => {
  product = await startProduct()
  browser = await openChromium({ devices: false })
  ;({ desk } = await openDesk(browser, product, 'Amara'))
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const tomorrow = new Date(Date.now() + 86_400_000)
// By the clock of the sample clinic.
const day = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', dateStyle: 'medium' })
const DATE = day.format(tomorrow).replaceAll(' ', '-')

const LIST = `Appt Date,Appt Time,Duration,Session Holder,Slot Type,Patient Name,DOB,Mobile,Email,Status
${DATE},00:30,10,,Video,"O’BRIEN, Siân (Mrs)",29-Feb-1952,+44 7700 900123,sian@example.org,Booked
${DATE},01:30,10,,Telephone,"REED, Tom",14-May-1961,07700 900456,,Booked
${DATE},02:30,10,,Video,"ELLIS, Jean",,07700 900789,,Booked
`
// As older programs write it: the quote is one of the signs that only this encoding has there.
const WINDOWS = Buffer.from([...LIST].map((one) => (one === '’' ? 0x92 : one.charCodeAt(0))))
const FILE = { name: 'clinic.csv', mimeType: 'text/csv', buffer: WINDOWS }

async function give(): Promise<void> {
  await desk.locator('input[type=file]').setInputFiles(FILE)
  await desk.getByText('1 left out, 1 to mend').waitFor()
}

test('[CI1] [CI5] the file is read, and each row says what becomes of it', async () => {
  await desk.getByRole('link', { name: 'Appointments' }).click()
  await desk.getByRole('link', { name: 'Add a clinic list' }).click()
  await give()
  await desk.getByText('1 new, 1 left out, 1 to mend').waitFor()
  await desk.getByRole('row', { name: /Siân O’BRIEN.*New/ }).waitFor()
  await desk.getByRole('row', { name: /Tom REED.*not by video/ }).waitFor()
  await desk.getByRole('row', { name: /Jean ELLIS.*date of birth is missing/ }).waitFor()
  await looksRight(desk, 'a clinic list that was looked at')
})

test('[CI6] [CI7] it is added without the row that is wrong, and the same file again adds nothing', async () => {
  await desk.getByLabel('Leave out 1 row and add the others').check()
  await desk.getByRole('button', { name: 'Add 1 appointment' }).click()
  await desk.getByText('1 appointment added.').waitFor()
  await give()
  await desk.getByText('0 new, 1 there already, 1 left out, 1 to mend').waitFor()
  await desk.getByRole('button', { name: 'Another list' }).click()
})

test('[CI8] it stands in its day, and one press undoes it', async () => {
  const appointments = async () => {
    await desk.getByRole('link', { name: 'Back to the appointments' }).click()
    await desk.getByRole('button', { name: 'The day after' }).click()
    await desk.getByRole('heading', { level: 2, name: /^(?!Today)/ }).waitFor()
  }
  await appointments()
  await desk.getByText('Siân O’BRIEN').waitFor()
  await desk.getByRole('link', { name: 'Add a clinic list' }).click()
  await desk.getByRole('button', { name: 'Undo this list' }).click()
  await desk.getByText('1 appointment removed: nobody had been told.').waitFor()
  await appointments()
  expect(await desk.getByText('Siân O’BRIEN').count()).toBe(0)
})
