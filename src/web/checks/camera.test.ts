// What is said of a camera, from made-up pictures at each edge.
import { describe, expect, it } from 'vitest'
import { type CameraSeen, cameraFinding, NO_ABILITY } from './camera.ts'
import { lookAt, type Pixels } from './frame-look.ts'

const SIZE = { width: 64, height: 48 }

/** A picture whose brightness (0 to 1) is told for each place (0 to 1 across and down). */
function picture(shade: (across: number, down: number) => number): Pixels {
  const data = new Uint8ClampedArray(SIZE.width * SIZE.height * 4)
  for (let y = 0; y < SIZE.height; y++) {
    for (let x = 0; x < SIZE.width; x++) {
      const at = (y * SIZE.width + x) * 4
      data.fill(Math.round(shade((x + 0.5) / SIZE.width, (y + 0.5) / SIZE.height) * 255), at, at + 3)
      data[at + 3] = 255
    }
  }
  return { data, ...SIZE }
}
const grain = (seed: number): Pixels => ({ data: [seed, seed + 1, seed + 2, 255], width: 1, height: 1 })
const checked = (dark: number, light: number) => (across: number, down: number) =>
  (Math.floor(across * 8) + Math.floor(down * 8)) % 2 === 0 ? dark : light
const inMiddle = (across: number, down: number) => across > 0.28 && across < 0.72 && down > 0.15

function seen(shade: (across: number, down: number) => number, change: Partial<CameraSeen> = {}): CameraSeen {
  const small = picture(shade)
  return {
    lines: 720,
    fps: 30,
    looks: [1, 2, 3, 4].map((seed) => lookAt(small, grain(seed * 10))),
    watchedMs: 1500,
    muted: false,
    able: NO_ABILITY,
    ...change,
  }
}
const find = (what: CameraSeen | null) => cameraFinding({ camera: 'on', canFlip: false }, what)
const ROOM = checked(0.25, 0.65)

describe('[EC12] brightness and light', () => {
  it('an ordinary room is good', () => {
    const found = find(seen(ROOM))
    expect(found).toMatchObject({ state: 'works', light: 'good', lines: 720, fps: 30 })
    expect(found.brightness).toBeCloseTo(0.45, 1)
  })

  it.each([
    ['just bright enough', 0.21, 'good'],
    ['just too dark', 0.19, 'dark'],
  ])('%s', (_, mean, light) => {
    expect(find(seen(checked(mean - 0.1, mean + 0.1)))).toMatchObject({ state: 'works', light })
  })

  it('a silhouette before a window has the light behind it', () => {
    const backLit = (across: number, down: number) => (inMiddle(across, down) ? 0.1 : 0.85)
    expect(find(seen(backLit)).light).toBe('behind')
  })

  it.each([
    ['a dark face in good light before a white wall', 0.28, 0.85, 'good'],
    ['edges just bright enough', 0.19, 0.47, 'behind'],
    ['edges not bright enough, and all too dark', 0.05, 0.25, 'dark'],
    ['a middle just lit', 0.22, 0.9, 'good'],
  ])('%s', (_, middle, edges, light) => {
    expect(find(seen((across, down) => (inMiddle(across, down) ? middle : edges))).light).toBe(light)
  })

  it('a dark face with its lit places is no silhouette', () => {
    // A third of the middle is lit skin, the rest hair, eyes and a dark shirt.
    const face = (across: number, down: number) => {
      if (!inMiddle(across, down)) return 0.85
      return across > 0.4 && across < 0.6 && down > 0.2 && down < 0.6 ? 0.32 : 0.08
    }
    expect(find(seen(face)).light).toBe('good')
  })
})

describe('[EC13] covered', () => {
  it.each([
    ['black', () => 0],
    ['a finger: dark and even', (across: number) => 0.12 + across * 0.03],
    ['a slide of even grey', () => 0.5],
  ])('%s', (_, shade) => {
    expect(find(seen(shade))).toMatchObject({ state: 'covered', light: null })
  })

  it.each([
    ['a dark room with a face in it', checked(0.04, 0.16)],
    ['an empty wall with its shadows', (across: number) => 0.5 + across * 0.1],
  ])('not %s', (_, shade) => {
    expect(find(seen(shade)).state).toBe('works')
  })

  it('covered is said before frozen: black has no grain', () => {
    const black = lookAt(
      picture(() => 0),
      grain(1),
    )
    expect(find({ ...seen(() => 0), looks: [black, black, black] }).state).toBe('covered')
  })
})

describe('[EC14] frozen', () => {
  const same = lookAt(picture(ROOM), grain(1))
  it.each([
    ['ever the same picture', { looks: [same, same, same, same] }, 'frozen'],
    ['the same picture, but not for long', { looks: [same, same], watchedMs: 999 }, 'works'],
    ['the same picture for just long enough', { looks: [same, same], watchedMs: 1000 }, 'frozen'],
    ['no picture at all', { looks: [], lines: null, fps: null }, 'frozen'],
    ['skipped before the first picture', { looks: [], lines: null, fps: null, watchedMs: 200 }, 'works'],
    ['taken by the system', { muted: true }, 'frozen'],
  ] satisfies [string, Partial<CameraSeen>, string][])('%s', (_, change, state) => {
    expect(find(seen(ROOM, change)).state).toBe(state)
  })
})

describe('[EC10] a camera that does not run', () => {
  it.each([
    ['not-asked', 'off'],
    ['asking', 'off'],
    ['off', 'off'],
    ['refused', 'refused'],
    ['none', 'none'],
    ['busy', 'busy'],
    ['unsupported', 'unsupported'],
    ['lost', 'lost'],
  ] as const)('%s is %s, with no figure', (camera, state) => {
    expect(cameraFinding({ camera, canFlip: true }, seen(ROOM))).toEqual({
      state,
      lines: null,
      fps: null,
      brightness: null,
      light: null,
      ...NO_ABILITY,
      canFlip: true,
    })
  })
})

it('[EC15] what the camera offers goes through', () => {
  const able = { zoom: true, panTilt: true, torch: true }
  expect(cameraFinding({ camera: 'on', canFlip: true }, seen(ROOM, { able }))).toMatchObject({ ...able, canFlip: true })
})
