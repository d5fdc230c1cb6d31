// The bell was not heard: what to do about it on this device, and the ways on.
import { useEffect, useMemo } from 'preact/hooks'
import { words } from '#text/equipment'
import { words as steps } from '#text/equipment-steps'
import type { BrowserKind } from '../../checks/browser-kind.ts'
import { useStore } from '../../kit/store.ts'
import { Button } from '../../ui/button/button.tsx'
import { BellIcon, SpeakerIcon } from '../../ui/icon/equipment.tsx'
import { Title } from '../../ui/title/title.tsx'
import { openBellVoice } from './bell-voice.ts'
import { DeviceField } from './device-field.tsx'
import type { EquipmentModel } from './equipment-model.ts'
import { InSilence } from './in-silence.tsx'

export function BellHelpStep({ check, kind }: { check: EquipmentModel; kind: BrowserKind }) {
  const local = useStore(check.local.state)
  const voice = useMemo(openBellVoice, [])
  useEffect(() => voice.close, [voice])
  const canSpeak = useStore(voice.possible)
  return (
    <>
      <Title tab={words.tab}>{words.bellHelpTitle}</Title>
      <section class="equipment-try">
        <h2>{words.stepsTitle}</h2>
        <ol>
          {steps.quietBell(kind).map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </section>
      <DeviceField
        id="speaker"
        label={words.whichSpeaker}
        devices={local.speakers}
        value={local.speakerId}
        choose={(id) => void check.local.chooseSpeaker(id)}
      />
      <div class="equipment-answers">
        <Button size="large" icon={<BellIcon />} onPress={check.ring}>
          {words.bellAgain}
        </Button>
        {canSpeak && (
          <Button kind="secondary" icon={<SpeakerIcon size={20} />} onPress={voice.speak}>
            {steps.bellVoice}
          </Button>
        )}
        <Button kind="secondary" onPress={check.next}>
          {words.bellGoOn}
        </Button>
      </div>
      <InSilence check={check} />
    </>
  )
}
