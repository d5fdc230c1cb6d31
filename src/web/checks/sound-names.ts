// What the browser calls the microphone and the speaker in use: to tell a headset, and for nothing else. Names stay here.
import type { LocalMedia } from '../media/local.ts'
import type { SoundNames } from './speaker.ts'

export async function soundNames(local: LocalMedia): Promise<SoundNames> {
  const { audio, speakerId } = local.state.get()
  const all = (await navigator.mediaDevices?.enumerateDevices?.().catch(() => [])) ?? []
  const outputs = all.filter(({ kind }) => kind === 'audiooutput')
  const chosen = speakerId === null ? 'default' : speakerId
  const output = outputs.find(({ deviceId }) => deviceId === chosen) ?? (outputs.length === 1 ? outputs[0] : undefined)
  return { microphone: audio?.label || null, speaker: output?.label || null }
}
