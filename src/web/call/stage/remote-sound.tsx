// The other person's sound, on the speaker that was chosen. Where the browser refuses to play before a press, one large
// button asks for that press.
import { useEffect, useRef, useState } from 'preact/hooks'
import { words } from '#text/call'
import { Button } from '../../ui/button/button.tsx'
import { SpeakerIcon } from '../../ui/icon/equipment.tsx'

export interface RemoteSoundProps {
  stream: MediaStream | null
  name: string
  speakerId: string | null
  /** Nothing is played, whatever arrives. */
  silent: boolean
}

export function RemoteSound({ stream, name, speakerId, silent }: RemoteSoundProps) {
  const audio = useRef<HTMLAudioElement>(null)
  const [blocked, setBlocked] = useState(false)

  const play = () => {
    audio.current?.play().then(
      () => setBlocked(false),
      (error: unknown) => {
        // A stream without a track yet, or replaced while starting, is no refusal.
        if (error instanceof DOMException && error.name === 'NotAllowedError') setBlocked(true)
      },
    )
  }

  useEffect(() => {
    const element = audio.current
    if (!element) return
    element.srcObject = stream
    if (stream) play()
    return () => {
      element.srcObject = null
    }
  }, [stream])

  useEffect(() => {
    if (audio.current) audio.current.muted = silent
  }, [silent])

  useEffect(() => {
    const element = audio.current
    // A speaker that is gone leaves the sound where the system sends it.
    if (speakerId && element && 'setSinkId' in element) element.setSinkId(speakerId).catch(() => {})
  }, [speakerId])

  return (
    <>
      {/* biome-ignore lint/a11y/useMediaCaption: live speech has no caption track. */}
      <audio ref={audio} autoplay />
      {blocked && !silent && (
        <div class="stage-card stage-card-over">
          <Button size="large" icon={<SpeakerIcon />} onPress={play}>
            {words.stage.pressToHear}
          </Button>
          <p>{words.stage.pressToHearHint(name)}</p>
        </div>
      )}
    </>
  )
}
