// One question of the talk about devices, with its answers.
import { useState } from 'preact/hooks'
import type { OwnKit } from '#domain/advice'
import { OWN_KIT } from '#domain/advice'
import { DEVICE_KINDS, type DeviceKind } from '#domain/plan'
import { words } from '#text/prepare'
import { useStore } from '../../kit/store.ts'
import { Button } from '../../ui/button/button.tsx'
import { Checkbox } from '../../ui/choice/checkbox.tsx'
import { DeviceDrawing } from '../../ui/placing/device-drawing.tsx'
import type { PrepareModel, PrepareStep } from './prepare-model.ts'
import { StepHead } from './step-head.tsx'
import { isCarried } from './talk.ts'

export interface QuestionStepProps {
  prepare: PrepareModel
  step: Extract<PrepareStep, { at: 'question' }>
}

export function QuestionStep({ prepare, step }: QuestionStepProps) {
  const { answers, back } = useStore(prepare.state)
  const carried = answers.devices.filter(isCarried)
  const asked = {
    devices: { ask: words.devicesAsk, hint: words.devicesHint },
    preference: { ask: words.preferenceAsk, hint: null },
    hold: { ask: words.holdAsk(carried), hint: words.holdHint },
    move: { ask: words.moveAsk(carried), hint: null },
    alone: { ask: words.aloneAsk, hint: words.aloneHint },
    helper: { ask: words.helperAsk(carried), hint: null },
    stand: { ask: words.standAsk(carried), hint: words.standHint },
    hearing: { ask: words.hearingAsk, hint: null },
    kit: { ask: words.kitAsk, hint: words.kitHint },
  }[step.question]
  return (
    <>
      <StepHead id="prepare-ask" focus caption={words.part(words.parts.talk, step.number, step.total)}>
        {asked.ask}
      </StepHead>
      {asked.hint && <p class="soft">{asked.hint}</p>}
      <Answers prepare={prepare} step={step} />
      <div class="prepare-ways">
        {back && (
          <Button kind="quiet" onPress={back}>
            {words.back}
          </Button>
        )}
        <Button kind="quiet" onPress={prepare.next}>
          {words.skipTalk}
        </Button>
      </div>
    </>
  )
}

function Answers({ prepare, step }: QuestionStepProps) {
  const { answers } = prepare.state.get()
  const { answer } = prepare
  switch (step.question) {
    case 'devices':
      return <Devices prepare={prepare} />
    case 'preference':
      return (
        <Choices
          options={[
            ...answers.devices.map((device) => ({
              words: words.preferenceOf(device),
              choose: () => answer({ to: 'preference', preference: device }),
              chosen: answers.preference === device,
            })),
            { words: words.preferenceAny, choose: () => answer({ to: 'preference', preference: null }) },
          ]}
        />
      )
    case 'hold':
      return (
        <Choices
          options={(['yes', 'short-time', 'no'] as const).map((canHold) => ({
            words: words.hold[canHold],
            choose: () => answer({ to: 'hold', canHold }),
            chosen: answers.canHold === canHold,
          }))}
        />
      )
    case 'move':
      return <YesNo chosen={answers.canMoveDevice} choose={(canMoveDevice) => answer({ to: 'move', canMoveDevice })} />
    case 'alone':
      return (
        <YesNo
          chosen={answers.alone === null ? null : !answers.alone}
          choose={(withSomebody) => answer({ to: 'alone', alone: !withSomebody })}
          yes={words.aloneNo}
          no={words.aloneYes}
        />
      )
    case 'helper':
      return (
        <YesNo chosen={answers.helperCanHold} choose={(helperCanHold) => answer({ to: 'helper', helperCanHold })} />
      )
    case 'stand':
      return <YesNo chosen={answers.stand} choose={(stand) => answer({ to: 'stand', stand })} />
    case 'hearing':
      return (
        <YesNo
          chosen={answers.hardOfHearing ?? null}
          choose={(hardOfHearing) => answer({ to: 'hearing', hardOfHearing })}
        />
      )
    case 'kit':
      return <Kit prepare={prepare} />
  }
}

interface Option {
  words: string
  choose: () => void
  chosen?: boolean
}

/** One press answers. What was answered before is marked. */
function Choices({ options }: { options: readonly Option[] }) {
  return (
    <ul class="prepare-choices" aria-labelledby="prepare-ask">
      {options.map((option) => (
        <li key={option.words}>
          <Button kind="secondary" wide pressed={option.chosen} onPress={option.choose}>
            {option.words}
          </Button>
        </li>
      ))}
    </ul>
  )
}

interface YesNoProps {
  chosen: boolean | null
  choose: (yes: boolean) => void
  yes?: string
  no?: string
}

function YesNo({ chosen, choose, yes = words.yes, no = words.no }: YesNoProps) {
  return (
    <Choices
      options={[
        { words: yes, choose: () => choose(true), chosen: chosen === true },
        { words: no, choose: () => choose(false), chosen: chosen === false },
      ]}
    />
  )
}

function Devices({ prepare }: { prepare: PrepareModel }) {
  const [devices, setDevices] = useState<readonly DeviceKind[]>(prepare.state.get().answers.devices)
  const tick = (device: DeviceKind, on: boolean) =>
    // In the order of the list, whichever was ticked first.
    setDevices(DEVICE_KINDS.filter((one) => (one === device ? on : devices.includes(one))))
  return (
    <>
      <fieldset class="prepare-ticks" aria-labelledby="prepare-ask">
        {DEVICE_KINDS.map((device) => (
          <div class="prepare-tick" key={device}>
            <Checkbox
              id={`prepare-${device}`}
              checked={devices.includes(device)}
              onChange={(checked) => tick(device, checked)}
            >
              <span class="prepare-device">
                <span>{words.devices[device]}</span>
                <DeviceDrawing device={device} />
              </span>
            </Checkbox>
          </div>
        ))}
      </fieldset>
      <Button size="large" onPress={() => prepare.answer({ to: 'devices', devices })}>
        {devices.length === 0 ? words.devicesNone : words.next}
      </Button>
    </>
  )
}

function Kit({ prepare }: { prepare: PrepareModel }) {
  const [kit, setKit] = useState<readonly OwnKit[]>(prepare.state.get().answers.ownKit)
  const tick = (one: OwnKit, on: boolean) => setKit(OWN_KIT.filter((each) => (each === one ? on : kit.includes(each))))
  return (
    <>
      <fieldset class="prepare-ticks prepare-ticks-short" aria-labelledby="prepare-ask">
        {OWN_KIT.map((one) => (
          <Checkbox
            key={one}
            id={`prepare-${one}`}
            checked={kit.includes(one)}
            onChange={(checked) => tick(one, checked)}
          >
            {words.kit[one]}
          </Checkbox>
        ))}
      </fieldset>
      <Button size="large" onPress={() => prepare.answer({ to: 'kit', ownKit: kit })}>
        {kit.length === 0 ? words.kitNone : words.next}
      </Button>
    </>
  )
}
