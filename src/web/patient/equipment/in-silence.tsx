// The way through voice and bell for who writes, and for who must not be heard: small, and without a sound.
import { words } from '#text/equipment'
import { Button } from '../../ui/button/button.tsx'
import type { EquipmentModel } from './equipment-model.ts'

export function InSilence({ check }: { check: Pick<EquipmentModel, 'inSilence'> }) {
  return (
    <div class="equipment-answers">
      <Button kind="quiet" onPress={() => check.inSilence({ usesText: true })}>
        {words.useText}
      </Button>
      <Button kind="quiet" onPress={() => check.inSilence({ cannotTalk: true })}>
        {words.beQuiet}
      </Button>
    </div>
  )
}
