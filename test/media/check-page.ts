// Runs inside the browser under test: puts the check of the equipment on `window`, and a microphone that hears what the page
// plays. Decides nothing and expects nothing.
import type { EquipmentFindings } from '#domain/equipment'
import { type EquipmentParts, type EquipmentRun, runEquipmentCheck } from '../../src/web/checks/equipment-run.ts'
import { browserWorld } from '../../src/web/checks/equipment-world.ts'
import { createLocalMedia } from '../../src/web/media/devices.ts'
import type { LocalMedia } from '../../src/web/media/local.ts'

/** Begins a check of what `window.local` has, which is asked for where it is not there yet. */
function begin(parts: Partial<EquipmentParts> = {}): EquipmentRun {
  const run = runEquipmentCheck(browserWorld(window.local), {
    camera: true,
    microphone: true,
    sound: false,
    connection: null,
    ...parts,
  })
  window.run = run
  return run
}

/** From now on every microphone is a quiet place in which the page's own sound is heard, this much quieter (dB). */
async function hearOneself(gainDb: number | null): Promise<void> {
  const context = new AudioContext()
  const place = context.createMediaStreamDestination()
  const noise = context.createBufferSource()
  const buffer = context.createBuffer(1, context.sampleRate * 2, context.sampleRate)
  const samples = buffer.getChannelData(0)
  for (let i = 0; i < samples.length; i++) samples[i] = (Math.random() - 0.5) * 0.0006
  noise.buffer = buffer
  noise.loop = true
  noise.connect(place)
  noise.start()
  const real = AudioNode.prototype.connect as (this: AudioNode, ...to: unknown[]) => AudioNode
  Object.assign(AudioNode.prototype, {
    connect(this: AudioNode, ...to: unknown[]) {
      if (gainDb !== null && to[0] === this.context.destination && this.context !== context) {
        const bridge = (this.context as AudioContext).createMediaStreamDestination()
        const gain = context.createGain()
        gain.gain.value = 10 ** (gainDb / 20)
        real.call(this, bridge)
        real.call(context.createMediaStreamSource(bridge.stream), gain)
        real.call(gain, place)
      }
      return real.apply(this, to)
    },
  })
  const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices)
  navigator.mediaDevices.getUserMedia = async (wanted) => {
    if (!wanted?.audio) return ask(wanted)
    const sound = place.stream.getAudioTracks().map((track) => track.clone())
    const picture = wanted.video ? (await ask({ video: wanted.video })).getVideoTracks() : []
    return new MediaStream([...sound, ...picture])
  }
}

const checks = { begin, hearOneself, createLocalMedia }

declare global {
  interface Window {
    checks: typeof checks
    local: LocalMedia
    run: EquipmentRun
    found: EquipmentFindings
  }
}

window.checks = checks
window.local = createLocalMedia()
