// The speaker's part of the check: announces a soft sound, plays it, listens for it without echo cancellation where that
// is possible, and puts the microphone back as it was.
import type { SpeakerFinding, System } from '#domain/equipment'
import type { EquipmentWorld } from './equipment-world.ts'
import { echoOf, type SoundNames, speakerFinding } from './speaker.ts'

export interface SpeakerWish {
  readonly play: boolean
  /** There is a microphone to listen with. */
  readonly hear: boolean
  readonly system: System
  /** How the person has their microphone; it is left so. */
  readonly voiceProcessing: boolean
}

/** So long the screen has to say that a sound is coming. */
const ANNOUNCED_MS = 900

/** The finding is made with what the person says they heard, which may come later. Never rejects. */
export async function measureSpeaker(
  world: Pick<EquipmentWorld, 'local' | 'later' | 'soundNames' | 'playSweep' | 'canChooseSpeaker'>,
  wish: SpeakerWish,
  tell: (sound: 'soon' | 'playing' | null) => void,
  signal: AbortSignal,
): Promise<(heard: boolean | null) => SpeakerFinding> {
  const { local } = world
  const names: SoundNames = await world.soundNames()
  const made = (match: Parameters<typeof echoOf>[0], cancelled: boolean) => (heard: boolean | null) =>
    speakerFinding({ heard, echo: echoOf(match, cancelled), names, canChoose: world.canChooseSpeaker })
  if (!wish.play) return made(null, false)
  tell('soon')
  await pause(world, ANNOUNCED_MS, signal)
  if (signal.aborted) return made(null, false)
  const hears = wish.hear && local.state.get().microphone === 'on'
  // iPhones and iPads have one microphone for the page: opened anew it may fall silent or ask again.
  const raw = hears && wish.voiceProcessing && wish.system !== 'ios'
  try {
    if (raw) await local.setVoiceProcessing(false)
    const { microphone, audio, speakerId } = local.state.get()
    tell('playing')
    const match = await world.playSweep(speakerId, hears && microphone === 'on' ? audio : null, signal)
    return made(match, hears && wish.voiceProcessing && !raw)
  } finally {
    if (raw) await local.setVoiceProcessing(true)
  }
}

function pause(world: Pick<EquipmentWorld, 'later'>, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    world.later(resolve, ms)
    signal.addEventListener('abort', () => resolve())
  })
}
