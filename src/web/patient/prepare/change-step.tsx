// They go to another device of theirs: how, step by step, and honestly what that costs.
import type { DeviceKind } from '#domain/plan'
import { words } from '#text/prepare'
import { useStore } from '../../kit/store.ts'
import { Button } from '../../ui/button/button.tsx'
import { CopyLink } from '../copy-link.tsx'
import type { PrepareModel } from './prepare-model.ts'
import { StepHead } from './step-head.tsx'

export interface ChangeStepProps {
  prepare: PrepareModel
  device: DeviceKind
  /** To be typed on the other device; null: they need a link of their own there. */
  address: string | null
}

export function ChangeStep({ prepare, device, address }: ChangeStepProps) {
  const { back } = useStore(prepare.state)
  const [first, second, third] = words.changeSteps(device)
  return (
    <>
      <StepHead focus caption={words.parts.talk}>
        {words.changeTitle(device)}
      </StepHead>
      {address === null ? (
        <p>{words.changeLink(device)}</p>
      ) : (
        <>
          <ol class="prepare-change">
            <li>{first}</li>
            <li>
              {second}
              <strong class="prepare-address">{address}</strong>
            </li>
            <li>{third}</li>
          </ol>
          <p>{words.changeHonest}</p>
          <p>{words.changeLeave}</p>
          <CopyLink address={`https://${address}`} words={words} />
        </>
      )}
      <div class="prepare-answers">
        <Button kind="secondary" wide onPress={prepare.stay}>
          {words.stayHere(prepare.here)}
        </Button>
      </div>
      {back && (
        <div class="prepare-ways">
          <Button kind="quiet" onPress={back}>
            {words.back}
          </Button>
        </div>
      )}
    </>
  )
}
