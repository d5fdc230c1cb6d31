import jsQR from 'jsqr'
import { expect, test } from 'vitest'
import { WELCOME } from '../../../../test/patient/made-up.ts'
import { Refusal } from '../../net/api.ts'
import { drawSquare, type Square } from './square.ts'
import { createWaysIn } from './ways-in-model.ts'

function waysIn(origin = 'https://video.example', answer: () => Promise<unknown> = async () => WELCOME) {
  const asked: string[] = []
  const model = createWaysIn(WELCOME.slug, {
    apiCall: (async (method: string, url: string) => {
      asked.push(`${method} ${url}`)
      return answer()
    }) as never,
    origin,
    drawSquare: async (text) => drawSquare(text),
    usualText: 'Start video call',
  })
  return { model, asked }
}

/** What a camera reads of it, five dots to a unit. */
function read({ path, size }: Square): string | undefined {
  const side = size * 5
  const dots = new Uint8ClampedArray(side * side * 4).fill(255)
  for (const [, x = 0, y = 0, length = 0] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    for (let row = Number(y) * 5; row < Number(y) * 5 + 5; row++) {
      const from = row * side + Number(x) * 5
      for (let dot = from; dot < from + Number(length) * 5; dot++) dots.fill(0, dot * 4, dot * 4 + 3)
    }
  }
  return jsQR(dots, side, side)?.data
}

test('[PO1] the poster says what the door says, and its square holds the link', async () => {
  const { model, asked } = waysIn()
  await model.look()
  const state = model.state.get()
  expect(asked).toEqual(['GET /api/open/areas/foot-clinic'])
  expect(state).toMatchObject({ kind: 'here', welcome: WELCOME })
  if (state.kind !== 'here') return
  expect(read(state.square)).toBe('https://video.example/at/foot-clinic')
})

test('[PO2] whoever opened it at an address of this computer alone is warned', () => {
  for (const origin of ['http://localhost:3000', 'http://127.0.0.1', 'https://[::1]:8443'])
    expect(waysIn(origin).model.onlyHere, origin).toBe(true)
  for (const origin of ['https://video.example', 'https://192.168.1.20:3443', 'https://localhost.example'])
    expect(waysIn(origin).model.onlyHere, origin).toBe(false)
})

test('[WB6] the lines to copy follow what is chosen; a button never stands without words', () => {
  const { model } = waysIn()
  expect(model.snippet(model.button.get())).toContain('>Start video call</a>\n<script async')
  model.choose({ text: '  Feet  ', tells: false })
  expect(model.snippet(model.button.get())).toMatch(/^<a [^>]*>Feet<\/a>$/)
  model.choose({ text: ' ' })
  expect(model.snippet(model.button.get())).toContain('>Start video call</a>')
})

test('[PO1] what cannot be shown can be tried again', async () => {
  let refuse = true
  const { model } = waysIn(undefined, async () => {
    if (refuse) throw new Refusal('offline')
    return WELCOME
  })
  await model.look()
  expect(model.state.get()).toMatchObject({ kind: 'refused' })
  refuse = false
  await model.look()
  expect(model.state.get().kind).toBe('here')
})
