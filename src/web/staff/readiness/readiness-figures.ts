// The figures that stand small beside a verdict: what was really measured, in words. Live ones come before those from
// before the call. Judges nothing.
import type { EquipmentFindings } from '#domain/equipment'
import type { Item, LiveFindings } from '#domain/equipment-judged'
import { NOISE_DB } from '#domain/equipment-thresholds'
import { words as texts } from '#text/readiness'

const words = texts.figures

export interface Figure {
  readonly text: string
  /** Where the short form cannot be read aloud well. */
  readonly spoken?: string
}

type Found = EquipmentFindings | null
type Live = LiveFindings | null

export function figuresOf(item: Item, found: Found, live: Live): readonly Figure[] {
  return FIGURES[item](found, live).filter((figure) => figure !== null)
}

const plain = (text: string | null | false | undefined): Figure | null => (text ? { text } : null)
const number = (value: number | null | undefined, say: (value: number) => string): Figure | null =>
  value === null || value === undefined ? null : { text: say(value) }

const FIGURES: Record<Item, (found: Found, live: Live) => readonly (Figure | null)[]> = {
  camera: (found, live) => {
    if (live) {
      const word = { showing: null, off: words.off, 'paused-for-sound': words.paused, none: null, frozen: words.frozen }
      if (live.picture !== 'showing') return [plain(word[live.picture])]
      return [number(live.lines, words.lines), number(live.fps, words.fps)]
    }
    const camera = found?.camera
    return [
      plain(camera && words.states[camera.state]),
      number(camera?.lines, words.lines),
      number(camera?.state === 'frozen' ? null : camera?.fps, words.fps),
    ]
  },
  light: (found) => {
    const light = found?.camera?.light
    return [plain(light === 'dark' ? words.dark : light === 'behind' ? words.behind : null)]
  },
  microphone: (found, live) => [
    plain(live?.sound === 'muted' && words.muted),
    plain(!live && found?.microphone && words.states[found.microphone.state]),
    plain((found?.microphone?.noiseDb ?? Number.NEGATIVE_INFINITY) > NOISE_DB && words.noise),
  ],
  speaker: (found) => {
    const speaker = found?.speaker
    const headset = speaker?.headset
    return [
      plain(headset === true ? words.headset : headset === false ? words.noHeadset : null),
      plain((speaker?.echo === 'strong' || speaker?.echo === 'some') && words.echo),
    ]
  },
  connection: (found, live) => {
    const measured = found?.connection
    // A call tells what it carries, the check what the line could: the two are never mixed.
    const { downMbps: down = null, upMbps: up = null } = live ?? measured ?? {}
    const way = measured?.open
    const only = way && !way.includes('udp') ? (way.includes('tcp') ? words.tcpOnly : words.tlsOnly) : null
    return [
      plain(!live && measured && words.connection[measured.state]),
      throughput(down, up),
      number(live ? live.roundTripMs : measured?.roundTripMs, words.roundTrip),
      number(live ? live.lossPercent : lossWorthSaying(measured?.lossPercent), words.loss),
      plain(live?.path && words[live.path]),
      plain(!live && only),
      plain(!live && measured?.via === 'web' && words.web),
    ]
  },
  device: (found) => {
    const device = found?.device
    if (!device) return []
    const { kind, browser, browserVersion, screens } = device
    return [
      plain(kind && texts.kinds[kind]),
      plain([texts.browsers[browser], browserVersion ?? ''].join(' ').trim()),
      plain(texts.systems[device.system]),
      plain(screens !== null && screens > 1 && words.screens(screens)),
    ]
  },
  power: (found) => [
    number(found?.device?.batteryPercent, words.battery),
    plain(found?.device?.charging && words.charging),
  ],
}

/** No loss is what everybody expects. */
const lossWorthSaying = (percent: number | null | undefined) => (percent ? percent : null)

function throughput(down: number | null, up: number | null): Figure | null {
  if (down !== null && up !== null)
    return {
      text: words.upDown(words.mbps(down), words.mbps(up)),
      spoken: words.upDownLong(words.mbps(down), words.mbps(up)),
    }
  if (down !== null) return { text: words.down(words.mbps(down)) }
  return up === null ? null : { text: words.up(words.mbps(up)) }
}
