// A sentence spoken by a voice that is on this device. Voices that a browser fetches from elsewhere are not used.

/** Of `voices` the one to speak with; null: none of this language is here. */
export function voiceFor(
  voices: readonly Pick<SpeechSynthesisVoice, 'lang' | 'localService' | 'default'>[],
  language: string,
): number | null {
  const fits = voices.map(({ lang, localService }) => localService && lang.replace('_', '-').startsWith(language))
  const usual = voices.findIndex((voice, at) => fits[at] && voice.default)
  const first = usual >= 0 ? usual : fits.indexOf(true)
  return first >= 0 ? first : null
}

const speech = (): SpeechSynthesis | undefined => globalThis.speechSynthesis

/** Whether this device can speak this language. Some browsers know their voices only a moment after they are first asked. */
export function canSpeak(language: string): boolean {
  return voiceFor(speech()?.getVoices() ?? [], language) !== null
}

export function speak(text: string, language: string): void {
  const voices = speech()?.getVoices() ?? []
  const voice = voices[voiceFor(voices, language) ?? -1]
  if (!voice) return
  const spoken = new SpeechSynthesisUtterance(text)
  spoken.voice = voice
  spoken.lang = voice.lang
  spoken.rate = 0.85
  speech()?.cancel()
  speech()?.speak(spoken)
}

/** Calls when the voices become known. */
export function onVoices(run: () => void): () => void {
  const here = speech()
  here?.addEventListener?.('voiceschanged', run)
  return () => here?.removeEventListener?.('voiceschanged', run)
}
