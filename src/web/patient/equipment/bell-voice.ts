// A sentence in place of the bell, where this device has a voice of its own. Fetched with the help for a bell that was not heard.
import { words } from '#text/equipment-steps'
import { createStore } from '../../kit/store.ts'
import { canSpeak, onVoices, speak } from '../../media/spoken.ts'

const LANGUAGE = 'en'

export function openBellVoice() {
  const possible = createStore(canSpeak(LANGUAGE))
  return {
    possible,
    speak: () => speak(words.bellVoiceSays, LANGUAGE),
    close: onVoices(() => possible.set(canSpeak(LANGUAGE))),
  }
}
