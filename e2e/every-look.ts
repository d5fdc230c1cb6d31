// One state of the gallery at every size of window and letters, and from right to left: it stands in a frame, which a script
// makes as large as it likes without a word to the browser's driver.
import type { Frame } from 'playwright-core'
import { outOfReach } from './reach.ts'
import { tooSmall } from './targets.ts'
import { textCut } from './text-cut.ts'

export interface Look {
  readonly width: number
  readonly height: number
  /** Of the letters, in percent. */
  readonly text: number
  readonly dir: 'ltr' | 'rtl'
}

const SIZES = [
  [390, 844],
  [320, 568],
  [320, 256],
  [844, 390],
  [1440, 900],
  [720, 450],
] as const
/** The narrowest and the widest say what is not mirrored. */
const MIRRORED = ['320x568', '1440x900']

export const LOOKS: readonly Look[] = SIZES.flatMap(([width, height]) =>
  [100, 200].flatMap((text) =>
    (MIRRORED.includes(`${width}x${height}`) ? (['ltr', 'rtl'] as const) : (['ltr'] as const)).map((dir) => ({
      width,
      height,
      text,
      dir,
    })),
  ),
)

export interface Least {
  readonly picture: number
  readonly target: number
}

/** What is wrong in any of the looks, each with the looks in which it is. */
export async function faultsInEveryLook(frame: Frame, looks: readonly Look[], least: Least): Promise<string[]> {
  const found = (await frame.evaluate(
    `(${lookAt})(${JSON.stringify(looks)}, ${JSON.stringify(least)}, { outOfReach: ${outOfReach}, tooSmall: ${tooSmall}, textCut: ${textCut} })`,
  )) as { look: string; faults: string[] }[]
  const looksOf = new Map<string, string[]>()
  for (const { look, faults } of found)
    for (const fault of faults) looksOf.set(fault, [...(looksOf.get(fault) ?? []), look])
  return [...looksOf].map(([fault, at]) => `${fault} [${at.join(', ')}]`)
}

interface Judges {
  outOfReach(leastPicture: number): Promise<string[]>
  tooSmall(least: number): string[]
  textCut(): string[]
}

/** Runs in the frame. */
async function lookAt(looks: readonly Look[], least: Least, judges: Judges) {
  const found: { look: string; faults: string[] }[] = []
  const root = document.documentElement
  const frame = window.frameElement as HTMLElement
  for (const { width, height, text, dir } of looks) {
    frame.style.width = `${width}px`
    frame.style.height = `${height}px`
    root.style.fontSize = `${text}%`
    root.dir = dir
    for (let frames = 0; frames < 2; frames++) {
      await new Promise((resolve) => requestAnimationFrame(resolve))
      for (const one of document.getAnimations())
        if (one.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY) one.finish()
    }
    scrollTo(0, 0)
    const faults = [...judges.textCut(), ...judges.tooSmall(least.target), ...(await judges.outOfReach(least.picture))]
    found.push({ look: `${width}x${height} ${text}% ${dir}`, faults })
  }
  return found
}
