// One's own small picture while waiting, whether it works in words, and the two switches.
import { words } from '#text/waiting'
import { useStore } from '../../kit/store.ts'
import { Button } from '../../ui/button/button.tsx'
import { CameraIcon, CameraOffIcon, MicrophoneIcon, MicrophoneOffIcon } from '../../ui/icon/equipment.tsx'
import { TickCircleIcon, WarningIcon } from '../../ui/icon/signs.tsx'
import { VideoTile } from '../../ui/video-tile/video-tile.tsx'
import type { PatientVisitModel } from '../visit-model.ts'
import { equipmentLine } from './waiting-words.ts'
import './own-picture.scss'

export function OwnPicture({ visit, turnOn }: { visit: PatientVisitModel; turnOn: () => void }) {
  const local = useStore(visit.local.state)
  const line = equipmentLine(local)
  const cameraOn = local.camera === 'on'
  const microphoneOn = local.microphone === 'on'
  const hasCamera = cameraOn || local.camera === 'off'
  const hasMicrophone = microphoneOn || local.microphone === 'off'
  return (
    <section class="own-picture">
      <VideoTile track={local.video} label={words.self} mirrored={local.facing !== 'back'}>
        <CameraOffIcon size={32} />
        <span>{words.selfOff}</span>
      </VideoTile>
      <p class={`own-picture-line own-picture-${line.tone}`} role="status">
        {line.tone === 'trouble' ? <WarningIcon /> : line.tone === 'good' ? <TickCircleIcon /> : <MicrophoneOffIcon />}
        <span>{line.text}</span>
      </p>
      <div class="own-picture-switches">
        {line.mend && (
          <Button size="small" onPress={turnOn}>
            {words.switchOn}
          </Button>
        )}
        {hasMicrophone && (
          <Button
            kind="secondary"
            size="small"
            icon={microphoneOn ? <MicrophoneIcon size={20} /> : <MicrophoneOffIcon size={20} />}
            onPress={() => void visit.setMuted(microphoneOn)}
          >
            {microphoneOn ? words.mute : words.unmute}
          </Button>
        )}
        {hasCamera && (
          <Button
            kind="secondary"
            size="small"
            icon={cameraOn ? <CameraIcon size={20} /> : <CameraOffIcon size={20} />}
            onPress={() => void visit.setCameraOn(!cameraOn)}
          >
            {cameraOn ? words.cameraOff : words.cameraOn}
          </Button>
        )}
      </div>
    </section>
  )
}
