// The trials of the link bench one at a time and in detail, for whoever tunes the ladder:
//   npx tsx bench/link-call.ts [bedside,floor] [seeds] [seconds at the guide's limit]
import { linkHindrance } from './link/link.ts'
import { runTrials, type Trials } from './link/phases.ts'
import {
  concealedPercent,
  framesPerSecond,
  longestFreeze,
  untilFrame,
  untilInWords,
  untilSound,
  usualLines,
  type Watched,
} from './link/watched.ts'

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
const [kinds = 'bedside,floor', seeds = '1', seconds = '60'] = process.argv.slice(2)

function tell(side: Watched, { clicked, steady, weak, recovery, cut, afterCut }: Trials) {
  const since = (from: number) => (event: { at: number; picture: string; link?: string }) =>
    `${((event.at - from) / 1000).toFixed(1)} ${event.picture}${event.link ? `/${event.link}` : ''}`
  const back = untilFrame(side, cut.to)
  return {
    firstFrameMs: untilFrame(side, clicked),
    guide: {
      lines: usualLines(side, steady),
      fps: framesPerSecond(side, steady),
      longestFreezeMs: longestFreeze(side, steady),
      concealedPercent: concealedPercent(side, steady),
      own: side.own.filter(({ at }) => at < weak.from).map(since(clicked)),
    },
    weak: {
      inWordsMs: untilInWords(side, weak.from),
      concealedPercentFirst3s: concealedPercent(side, { from: weak.from, to: weak.from + 3000 }),
      concealedPercentLater: concealedPercent(side, { from: weak.from + 3000, to: weak.to }),
      longestFreezeMs: longestFreeze(side, weak),
      fps: framesPerSecond(side, weak),
      lines: usualLines(side, weak),
      concealedPercentRecovery: concealedPercent(side, recovery),
      own: side.own.filter(({ at }) => at >= weak.from && at < cut.from).map(since(weak.from)),
    },
    cut: {
      pictureBackMs: back,
      soundBackMs: untilSound(side, cut.to),
      longestFreezeOnceBackMs: longestFreeze(side, { from: cut.to + back, to: afterCut.to }),
      seen: side.seen.filter(({ at }) => at >= cut.from).map(since(cut.to)),
    },
  }
}

const hindrance = linkHindrance()
if (hindrance !== null) console.log(`link-call: not run here, an emulated link ${hindrance}`)
else
  for (const seed of seeds.split(',').map(Number))
    for (const kind of kinds.split(',') as ('bedside' | 'floor')[]) {
      const trials = await runTrials(kind, seed, CHROMIUM, Number(seconds) * 1000)
      const [practitioner, patient] = trials.sides
      console.log(
        JSON.stringify(
          { kind, seed, practitioner: tell(practitioner, trials), patient: tell(patient, trials) },
          null,
          1,
        ),
      )
    }
