// What every screen must satisfy in every state: axe clean (WCAG 2.2 AA), everything within reach at every size of window
// and letters, and names that keep their direction to themselves.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Frame, Page } from 'playwright-core'
import { expect } from 'vitest'
import { outOfReach } from './reach.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** Pixels of height below which a call's picture shows no face. */
export const LEAST_PICTURE = 120
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

interface Finding {
  readonly id: string
  readonly nodes: { html: string; failureSummary?: string }[]
}

/** A screen is judged at rest: what moves or fades for a moment is brought to its end first. */
export async function comeToRest(page: Page | Frame): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    for (let calm = 0; calm < 3; ) {
      await frame()
      const moving = document
        .getAnimations()
        .filter((one) => one.playState !== 'finished')
        .filter((one) => one.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
      for (const one of moving) one.finish()
      calm = moving.length === 0 ? calm + 1 : 0
    }
  })
}

/** What only a whole page can meet. */
const OF_PAGES = ['page-has-heading-one', 'landmark-one-main', 'region']

/** `rule`: that one alone, else all of WCAG and axe's best practice. `piece`: of a page, not one. */
export async function axeFindings(
  page: Page | Frame,
  { rule, piece = false }: { rule?: string; piece?: boolean } = {},
): Promise<string[]> {
  await page.evaluate(AXE)
  await comeToRest(page)
  const found = await page.evaluate(
    async (runOnly) => {
      const axe = (window as unknown as { axe: { run(at: Document, how: object): Promise<{ violations: Finding[] }> } })
        .axe
      return (await axe.run(document, { runOnly })).violations
    },
    rule ? { type: 'rule', values: [rule] } : { type: 'tag', values: TAGS },
  )
  const counts = found.filter(({ id }) => !(piece && OF_PAGES.includes(id)))
  return counts.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)
}

/** Runs in a page: where a person's name stands in a text of ours without being kept apart from it. */
function namesNotApart(): string[] {
  const NAME = /[\u0590-\u06ff]|Tomasz Nowak|Amara Okafor/
  const APART = /\u2068[^\u2069]*\u2069/g
  const found: string[] = []
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walk.nextNode()) {
    const text = walk.currentNode as Text
    const inOption = text.parentElement?.closest('option, title') && !NAME.test(text.data.replace(APART, ''))
    if (NAME.test(text.data) && !inOption && !text.parentElement?.closest('bdi, textarea, script, [dir=auto]'))
      found.push(text.parentElement?.outerHTML.slice(0, 200) ?? text.data)
  }
  for (const element of document.querySelectorAll('[title], [placeholder]'))
    for (const attribute of ['title', 'placeholder'])
      if (NAME.test(element.getAttribute(attribute)?.replace(APART, '') ?? ''))
        found.push(element.outerHTML.slice(0, 200))
  if (NAME.test(document.title.replace(APART, ''))) found.push(document.title)
  return found
}

const NARROW = { width: 320, height: 700 }

interface Way {
  readonly name: string
  readonly size?: { width: number; height: number }
  readonly largeText?: boolean
}

/** How else people look at a page: a narrow phone, a phone on its side, 400% zoom of a desk, letters twice as large. */
const WAYS: readonly Way[] = [
  { name: 'its own size' },
  { name: '320 px', size: NARROW },
  { name: 'a phone on its side', size: { width: 844, height: 390 } },
  { name: '400% zoom', size: { width: 320, height: 256 } },
  { name: 'text at 200%', largeText: true },
]

async function lettersOf(page: Page, percent: number): Promise<void> {
  await page.evaluate((size) => document.documentElement.style.setProperty('font-size', `${size}%`), percent)
}

/** A page that loads has no main part yet, and a call shows its first picture alone for a moment. */
async function wholeScreen(page: Page): Promise<void> {
  await page.getByRole('main').and(page.locator(':not(.picture-first)')).first().waitFor()
}

/** How a journey looks at the pages it comes by: as they are, and on a narrow phone, with all that axe finds. */
export async function looksRight(page: Page, state: string): Promise<void> {
  const own = page.viewportSize()
  await wholeScreen(page)
  expect.soft(await page.evaluate(namesNotApart), `${state}: names that are not kept apart`).toEqual([])
  expect.soft(await axeFindings(page), `${state}: axe`).toEqual([])
  await page.setViewportSize(NARROW)
  await comeToRest(page)
  await wholeScreen(page)
  const wider = () => document.documentElement.scrollWidth - document.documentElement.clientWidth
  expect.soft(await page.evaluate(wider), `${state}: wider than 320 px`).toBeLessThanOrEqual(0)
  expect.soft(await axeFindings(page), `${state}: axe at 320 px`).toEqual([])
  if (own) await page.setViewportSize(own)
}

/** Looks at the page in all the ways of people besides. Puts size and letters back. Every finding is told, not the first. */
export async function withinReach(page: Page, state: string): Promise<void> {
  const own = page.viewportSize()
  await wholeScreen(page)
  expect.soft(await page.evaluate(namesNotApart), `${state}: names that are not kept apart`).toEqual([])
  expect.soft(await axeFindings(page), `${state}: axe`).toEqual([])
  for (const { name, size, largeText } of WAYS) {
    if (size) await page.setViewportSize(size)
    if (largeText) await lettersOf(page, 200)
    await comeToRest(page)
    expect.soft(await page.evaluate(outOfReach, LEAST_PICTURE), `${state}: out of reach, ${name}`).toEqual([])
    if (size === NARROW && !largeText) expect.soft(await axeFindings(page), `${state}: axe at 320 px`).toEqual([])
    if (largeText) await lettersOf(page, 100)
    if (size && own) await page.setViewportSize(own)
  }
  await page.evaluate(() => scrollTo(0, 0))
}
