// A consultation whose practitioner's page locks in the middle: by hand, and because nobody touched it. The call goes on.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openConnection } from '../src/server/platform/db.ts'
import { emptyDatabase, type FreshDatabase } from '../test/fresh-database.ts'
import { arrived, DESK, mediaFlows, openChromium, openPerson, PHONE, waitUntil } from './browser.ts'
import { looksRight } from './looks.ts'
import { arriveAndWait, JEAN, join, openTab, type SampleSignIn, sampleClinic, signIn } from './people.ts'
import { type Product, startProduct } from './product.ts'

/** Everything by which somebody who reads the screen would know who the patient is. */
const TRACES = [JEAN.firstName, JEAN.lastName, '1948', JEAN.phone]

describe('a page that locks', () => {
  let database: FreshDatabase
  let product: Product
  let browser: Browser
  let other: Browser
  let clinic: Awaited<ReturnType<typeof sampleClinic>>
  let tomasz: SampleSignIn
  let ofTomasz: BrowserContext
  let practitioner: Page
  let patient: Page

  beforeAll(async () => {
    database = await emptyDatabase()
    product = await startProduct({ DATABASE_URL: database.url })
    ;[browser, other] = await Promise.all([openChromium(), openChromium()])
    clinic = await sampleClinic(product.url, product.link('sample'))
    tomasz = clinic.person('Tomasz')
    patient = await arriveAndWait(await openPerson(other, PHONE), clinic.door('Physiotherapy'))
    ofTomasz = await openPerson(browser, DESK)
    practitioner = await ofTomasz.newPage()
    await signIn(practitioner, product.url, tomasz.email, tomasz.password)
    await join(practitioner)
    await Promise.all([mediaFlows(practitioner), mediaFlows(patient)])
  })
  afterAll(async () => {
    await Promise.all([browser?.close(), other?.close()])
    await product?.stop()
    await database?.drop()
  })

  const note = () => practitioner.getByLabel(/^Note about Jean/)
  const isLocked = (page: Page) => page.getByRole('heading', { name: 'This page is locked' }).waitFor()
  const unlock = async (page: Page, password: string) => {
    await page.getByLabel('Password', { exact: true }).fill(password)
    await page.getByRole('button', { name: 'Unlock', exact: true }).click()
  }
  /** In the text, in attributes, and in what fields hold. */
  const readable = (page: Page) =>
    page.evaluate(() => {
      const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea')].map(({ value }) => value)
      return [document.documentElement.outerHTML, document.title, ...fields].join('\n')
    })
  const showsNobody = async (page: Page) => {
    const text = await readable(page)
    for (const trace of [...TRACES, 'one stick']) expect(text).not.toContain(trace)
  }
  const sql = async (text: string) => {
    const connection = await openConnection(database.url)
    await connection.query(text)
    await connection.end()
  }
  const connectionsOf = (page: Page) =>
    page.evaluate(
      () =>
        (window as unknown as { heldConnections: RTCPeerConnection[] }).heldConnections.filter(
          ({ connectionState }) => connectionState === 'connected',
        ).length,
    )

  test('[LK8] locked by hand, picture and sound go on at both sides, and nothing of the patient is on the page', async () => {
    await openTab(practitioner, 'Note')
    await note().waitFor()
    const saves: string[] = []
    practitioner.on('request', (request) => {
      if (request.method() === 'PUT' && request.url().includes('/notes/')) saves.push(request.url())
    })
    const video = await practitioner.evaluateHandle(() => document.querySelector('.stage-picture'))
    // Locked before the pause in typing that saves it.
    await practitioner.evaluate(() => {
      const field = document.querySelector<HTMLTextAreaElement>('#call-note')
      const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Lock')
      if (!field || !button) throw new Error('no note, or no way to lock')
      field.value = 'Walks well with one stick.'
      field.dispatchEvent(new Event('input', { bubbles: true }))
      button.click()
    })
    await isLocked(practitioner)
    await showsNobody(practitioner)
    await Promise.all([mediaFlows(practitioner), mediaFlows(patient)])
    expect(await video.evaluate((one) => one?.isConnected && !(one as HTMLVideoElement).paused)).toBe(true)
    expect(
      await practitioner.locator('audio').evaluateAll((all) => all.some((one) => !(one as HTMLAudioElement).paused)),
    ).toBe(true)
    expect(await connectionsOf(practitioner)).toBe(1)
    await looksRight(practitioner, 'locked in a call')
    expect(saves).toEqual([])
  })

  test('[LK8] what the server sends meanwhile names nobody, and the patient can write', async () => {
    await patient.evaluate(() =>
      fetch('/api/patient/messages', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-bedside': '1' },
        body: JSON.stringify({ id: crypto.randomUUID(), text: 'Jean Ellis-Whitcombe here: can you hear me?' }),
      }),
    )
    await patient.getByText('can you hear me?').first().waitFor()
    await mediaFlows(practitioner)
    await showsNobody(practitioner)
  })

  test('[LK8] the password unlocks it, and what was typed is there and is saved', async () => {
    await unlock(practitioner, 'not the password')
    await practitioner.getByText('The password is not right.').waitFor()
    await showsNobody(practitioner)
    await unlock(practitioner, tomasz.password)
    await practitioner.getByText(JEAN.lastName).first().waitFor()
    expect(await note().inputValue()).toBe('Walks well with one stick.')
    await practitioner
      .getByText(/^Saved \d\d:\d\d/)
      .first()
      .waitFor()
    await Promise.all([mediaFlows(practitioner), mediaFlows(patient)])
    expect(await connectionsOf(practitioner)).toBe(1)
  })

  test('[LK9] nobody touches the page for the time: it locks by itself, also in other tabs, and the call goes on', async () => {
    const desk = await ofTomasz.newPage()
    await desk.goto(`${product.url}/staff`)
    await desk.getByText(JEAN.lastName).first().waitFor()
    const before = await arrived(patient)
    await sql("update sessions set last_active_at = now() - interval '16 minutes'")
    await Promise.all([isLocked(practitioner), isLocked(desk)])
    await Promise.all([showsNobody(practitioner), showsNobody(desk)])
    await looksRight(desk, 'locked')
    await Promise.all([mediaFlows(practitioner), mediaFlows(patient)])
    expect((await arrived(patient)).frames).toBeGreaterThan(before.frames)
    await desk.reload()
    await isLocked(desk)
    await showsNobody(desk)
    await unlock(desk, tomasz.password)
    await desk.getByText(JEAN.lastName).first().waitFor()
    await practitioner.getByText(JEAN.lastName).first().waitFor()
    await Promise.all([mediaFlows(practitioner), mediaFlows(patient)])
    await desk.close()
  })

  test('[LK10] the line to the server is lost while locked: the call goes on, and is the same call afterwards', async () => {
    await practitioner.getByRole('button', { name: 'Lock', exact: true }).click()
    await isLocked(practitioner)
    await product.kill()
    await mediaFlows(patient)
    await product.start()
    await waitUntil('the patient is back', async () => !(await patient.getByText(/lost contact/i).isVisible()))
    await showsNobody(practitioner)
    await Promise.all([mediaFlows(practitioner), mediaFlows(patient)])
    expect(await connectionsOf(practitioner)).toBe(1)
    await unlock(practitioner, tomasz.password)
    await practitioner.getByText(JEAN.lastName).first().waitFor()
    await Promise.all([mediaFlows(practitioner), mediaFlows(patient)])
  })

  test('[LK10] the patient’s page is loaded again while it is locked: they see and hear each other again', async () => {
    await practitioner.getByRole('button', { name: 'Lock', exact: true }).click()
    await isLocked(practitioner)
    await patient.reload()
    await mediaFlows(patient)
    await mediaFlows(practitioner)
    await showsNobody(practitioner)
  })

  test('[LK11] signing in beside the locked page unlocks it; signing out leaves no text in this browser', async () => {
    const [beside] = await Promise.all([
      ofTomasz.waitForEvent('page'),
      practitioner.getByRole('link', { name: 'Sign in another way' }).click(),
    ])
    await beside.getByLabel('E-mail address').fill(tomasz.email)
    await beside.getByLabel('Password', { exact: true }).fill(tomasz.password)
    await beside.getByRole('button', { name: 'Sign in', exact: true }).click()
    await practitioner.getByText(JEAN.lastName).first().waitFor()
    await Promise.all([mediaFlows(practitioner), mediaFlows(patient)])
    // The server does not take it: so it is kept in this tab.
    await practitioner.route('**/api/staff/notes/*', (route) => route.abort())
    await note().fill('Walks well with two sticks.')
    const kept = (page: Page) => page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }))
    await waitUntil('it is kept', async () => (await kept(practitioner)).includes('two sticks'))
    await beside.getByRole('button', { name: /your sign-in$/ }).click()
    await beside
      .getByRole('dialog')
      .getByRole('button', { name: /^Sign out/ })
      .first()
      .click()
    await practitioner.getByRole('heading', { name: 'Staff sign in' }).waitFor()
    for (const page of [practitioner, beside]) expect(await kept(page)).not.toContain('sticks')
    await showsNobody(practitioner)
  })
})
