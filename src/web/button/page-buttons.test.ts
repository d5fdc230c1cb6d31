import { expect, test } from 'vitest'
import type { OpennessView } from '#contract/openness'
import { words } from '../text/en/button.ts'
import { LOOK_EVERY_SECONDS, slugIn, untilNextLook } from './page-buttons.ts'
import { snippetOf } from './snippet.ts'

const HERE = 'https://video.example'
const now = Date.parse('2026-06-01T07:00:00Z')
const view = (openness: OpennessView['openness']): OpennessView => ({ openness, now })
const opens = (at: string, earlyMinutes = 0) => {
  const opensAt = Date.parse(at)
  return view({ state: 'closed', opensAt, doorsOpenAt: opensAt - earlyMinutes * 60_000, timeZone: 'Europe/London' })
}

test('[WB3] only links to an area of this Bedside are buttons', () => {
  expect(slugIn(`${HERE}/at/knee-clinic`, HERE)).toBe('knee-clinic')
  expect(slugIn(`${HERE}/at/knee-clinic/?from=home#top`, HERE)).toBe('knee-clinic')
  for (const other of [
    'https://other.example/at/knee-clinic',
    `${HERE}/check`,
    `${HERE}/at/`,
    `${HERE}/at/a/b`,
    'mailto:a@b.example',
  ])
    expect(slugIn(other, HERE), other).toBeNull()
})

test('[WB2] it says open, closed until when, or no calls just now', () => {
  const say = (of: OpennessView, zone = 'Europe/London') => words.status(of, zone)
  expect(say(view({ state: 'open' }))).toBe('Open now')
  expect(say(view({ state: 'suspended' }))).toBe('No video calls just now')
  expect(say(view({ state: 'closed', opensAt: null, doorsOpenAt: null, timeZone: 'Europe/London' }))).toBe('Closed now')
  expect(say(opens('2026-06-01T08:00:00Z'))).toBe('Closed until 9am')
  expect(say(opens('2026-06-02T08:00:00Z'))).toBe('Closed until tomorrow at 9am')
  expect(say(opens('2026-06-08T12:30:00Z'))).toBe('Closed until Monday 8 June at 1:30pm')
  expect(say(opens('2026-06-02T08:00:00Z'), 'Europe/Paris')).toBe('Closed until tomorrow at 9am, London time')
})

test('[WB2] it looks again after minutes, and a moment after the door opens', () => {
  const usual = LOOK_EVERY_SECONDS * 1000
  expect(untilNextLook(null)).toBe(usual)
  expect(untilNextLook(view({ state: 'open' }))).toBe(usual)
  expect(untilNextLook(opens('2026-06-01T09:00:00Z'))).toBe(usual)
  expect(untilNextLook(opens('2026-06-01T07:12:00Z', 10))).toBe(121_000)
  // Never over and over, should the two clocks disagree.
  expect(untilNextLook(opens('2026-06-01T07:00:00Z'))).toBe(30_000)
})

test('[WB6] words of any kind stay words', () => {
  const snippet = snippetOf({ origin: HERE, slug: 'knee', text: '"Knees" & <b>hips</b></a><script>', tells: true })
  expect(snippet).toContain('&quot;Knees&quot; &amp; &lt;b&gt;hips&lt;/b&gt;&lt;/a&gt;&lt;script&gt;')
  expect(snippet.match(/<(\/?)(\w+)/g)).toEqual(['<a', '</a', '<script', '</script'])
  expect(snippet).toContain(`src="${HERE}/button.js"`)
})

test('[WB1] without the script there is a link and nothing else', () => {
  const snippet = snippetOf({ origin: HERE, slug: 'knee', text: 'Start video call', tells: false })
  expect(snippet).toMatch(/^<a href="https:\/\/video\.example\/at\/knee" style="[^"]+">Start video call<\/a>$/)
})
