// A call at the guide's limit and below it, beside a bare pair of connections over the same emulated link. Of the two
// sides the worse one counts.
import { type Bench, type Figure, median } from '../figures.ts'
import { linkHindrance } from './link.ts'
import { runTrials, type Trials } from './phases.ts'
import {
  concealedPercent,
  framesPerSecond,
  longestFreeze,
  type Stretch,
  untilFrame,
  untilInWords,
  untilSound,
  usualLines,
  type Watched,
} from './watched.ts'

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
const STEADY_MS = 60_000
const RUNS = 1
const LONG_RUNS = 3

export async function measureLink(bench: Bench): Promise<Figure[]> {
  const hindrance = linkHindrance()
  if (hindrance !== null) throw new Error(`an emulated link ${hindrance}`)
  const [own, floor]: [Trials[], Trials[]] = [[], []]
  for (let run = 1; run <= (bench.long ? LONG_RUNS : RUNS); run++)
    for (const kind of ['bedside', 'floor'] as const) {
      await bench.quiet()
      bench.say(`link: ${kind}, run ${run}`)
      const trials = await runTrials(kind, run, CHROMIUM, STEADY_MS)
      ;(kind === 'bedside' ? own : floor).push(trials)
    }
  return figuresOf(own, floor)
}

type Look = (side: Watched, trials: Trials) => number

function figuresOf(own: readonly Trials[], floor: readonly Trials[]): Figure[] {
  const worse = (trials: Trials, look: Look, best: 'least' | 'most') => {
    const values = trials.sides.map((side) => look(side, trials))
    // A side that never got there is the worse one.
    if (values.some(Number.isNaN)) return Number.NaN
    return best === 'least' ? Math.max(...values) : Math.min(...values)
  }
  const of = (all: readonly Trials[], look: Look, best: 'least' | 'most') =>
    median(all.map((trials) => worse(trials, look, best)))
  const figure = (
    what: string,
    unit: Figure['unit'],
    best: 'least' | 'most',
    look: Look,
    target: Figure['target'],
    compare = true,
  ): Figure => ({
    measure: 'link',
    what,
    unit,
    value: of(own, look, best),
    beside: compare ? { what: 'bare pair', value: of(floor, look, best) } : null,
    target,
  })
  const concealed =
    (stretch: (trials: Trials) => Stretch): Look =>
    (side, trials) =>
      concealedPercent(side, stretch(trials))
  const firstSeconds = ({ weak }: Trials): Stretch => ({ from: weak.from, to: weak.from + 3000 })
  const later = ({ weak }: Trials): Stretch => ({ from: weak.from + 3000, to: weak.to })
  return [
    figure('first frame after the click', 'ms', 'least', (side, { clicked }) => untilFrame(side, clicked), null),
    figure('guide: lines', 'lines', 'most', (side, { steady }) => usualLines(side, steady), null),
    figure('guide: frames a second', 'frames/s', 'most', (side, { steady }) => framesPerSecond(side, steady), null),
    figure('guide: longest freeze', 'ms', 'least', (side, { steady }) => longestFreeze(side, steady), { atMost: 500 }),
    figure(
      'guide: sound concealed',
      '%',
      'least',
      concealed(({ steady }) => steady),
      null,
    ),
    figure('300 kbit/s: sound concealed, first 3 s', '%', 'least', concealed(firstSeconds), null),
    figure('300 kbit/s: sound concealed, after 3 s', '%', 'least', concealed(later), { atMost: 0.5 }),
    figure(
      '300 kbit/s: picture smaller or paused, in words, after',
      'ms',
      'least',
      (side, { weak }) => untilInWords(side, weak.from),
      { atMost: 2000 },
      false,
    ),
    figure('300 kbit/s: longest freeze', 'ms', 'least', (side, { weak }) => longestFreeze(side, weak), null),
    figure('6 s cut: picture back after', 'ms', 'least', (side, { cut }) => untilFrame(side, cut.to), { atMost: 2000 }),
    figure('6 s cut: sound back after', 'ms', 'least', (side, { cut }) => untilSound(side, cut.to), { atMost: 2000 }),
    figure('6 s cut: longest freeze once back', 'ms', 'least', freezeOnceBack, null),
  ]
}

const freezeOnceBack: Look = (side, { afterCut }) => {
  const back = untilFrame(side, afterCut.from)
  return longestFreeze(side, { from: afterCut.from + back, to: afterCut.to })
}
