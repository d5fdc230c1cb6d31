// What is suggested of their devices and why, and what they choose.
import type { FiredRule, Offer, RuleId } from '#domain/advice'
import type { DeviceKind } from '#domain/plan'
import { words as advice } from '#text/advice'
import { words } from '#text/prepare'
import { useStore } from '../../kit/store.ts'
import { Button } from '../../ui/button/button.tsx'
import { DeviceDrawing } from '../../ui/placing/device-drawing.tsx'
import { isThis, type ThisDevice } from '../door/this-device.ts'
import type { PrepareModel, PrepareState } from './prepare-model.ts'
import { StepHead } from './step-head.tsx'

/** The rules that speak of choosing a device; where it stands comes in the next step. */
const SPEAK: readonly RuleId[] = ['R2', 'R7', 'R8', 'R9a', 'R10', 'R14', 'R35', 'R21', 'R1']
const MOST_LINES = 3

export interface AdviceStepProps {
  prepare: PrepareModel
  phoneMe: (() => void) | null
}

export function AdviceStep({ prepare, phoneMe }: AdviceStepProps) {
  const state = useStore(prepare.state)
  const { back } = state
  const { offer } = state.advice
  const device = offer.is === 'one' || offer.is === 'both' ? offer.device : null
  const shown = state.agreed?.device ?? device
  return (
    <>
      <StepHead focus caption={words.parts.talk}>
        {titleOf(state, offer, prepare.here)}
      </StepHead>
      <div class="prepare-advice">
        {shown && <DeviceDrawing device={shown} />}
        <div class="stack-s">
          {linesOf(state, offer, prepare.here).map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      </div>
      <div class="prepare-answers">
        <Choose prepare={prepare} offer={offer} agreed={state.agreed?.device ?? null} />
        {offer.is === 'no-device' && phoneMe && (
          <Button size="large" onPress={phoneMe}>
            {words.phoneMe}
          </Button>
        )}
        {(offer.is === 'no-device' || offer.is === 'nothing-known') && (
          <Button kind="secondary" wide onPress={prepare.next}>
            {words.stayHere(prepare.here)}
          </Button>
        )}
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

function titleOf({ agreed }: PrepareState, offer: Offer, here: ThisDevice): string {
  if (agreed?.by === 'practitioner') return words.adviceAgreed(agreed.device)
  if (offer.is === 'no-device') return words.adviceNone
  if (offer.is === 'nothing-known') return words.adviceUnknown
  if (offer.is === 'both') return words.adviceBoth
  return isThis(offer.device, here) ? words.adviceHere(here) : words.adviceOther(offer.device)
}

function linesOf({ agreed, advice: { fired } }: PrepareState, offer: Offer, here: ThisDevice): readonly string[] {
  const said = fired
    .filter(({ id }) => SPEAK.includes(id))
    .filter((rule) => speaksOfOffer(rule, offer))
    .sort((a, b) => SPEAK.indexOf(a.id) - SPEAK.indexOf(b.id))
    .map(advice.patient)
    .filter((line) => line !== null)
  const own =
    agreed?.by === 'practitioner'
      ? [words.adviceAgreedWith(agreed.byName)]
      : offer.is === 'no-device'
        ? [words.adviceNoneText]
        : offer.is === 'nothing-known'
          ? [words.adviceUnknownText]
          : said.length === 0 && offer.is === 'one' && isThis(offer.device, here)
            ? [words.adviceHereText(here)]
            : []
  return [...own, ...said].slice(0, MOST_LINES)
}

function speaksOfOffer(rule: FiredRule, offer: Offer): boolean {
  if (rule.id === 'R1') return rule.facts.kit.length > 0
  if (rule.id === 'R2') return false
  if (rule.id === 'R21') return rule.facts.hardOfHearing
  if (rule.id === 'R9a') return offer.is === 'one' && offer.device === 'laptop'
  if (rule.id === 'R10') return offer.is === 'both' && offer.preferred === 'desktop'
  if (rule.id === 'R14') return offer.is === 'one'
  return true
}

interface ChooseProps {
  prepare: PrepareModel
  offer: Offer
  agreed: DeviceKind | null
}

/** The suggested one as the button, the other beside it, smaller. */
function Choose({ prepare, offer, agreed }: ChooseProps) {
  const { here, agree } = prepare
  const suggested = agreed ?? (offer.is === 'one' || offer.is === 'both' ? offer.device : null)
  if (suggested === null) return null
  const other = offer.is === 'both' && suggested !== offer.preferred ? offer.preferred : null
  const name = (device: DeviceKind) => (isThis(device, here) ? words.useHere(here) : words.changeTo(device))
  const stay = !isThis(suggested, here) && (other === null || !isThis(other, here))
  return (
    <>
      <Button size="large" onPress={() => agree(suggested)}>
        {name(suggested)}
      </Button>
      {other && (
        <Button kind="secondary" wide onPress={() => agree(other)}>
          {name(other)}
        </Button>
      )}
      {stay && (
        <Button kind="secondary" wide onPress={prepare.stay}>
          {words.stayHere(here)}
        </Button>
      )}
    </>
  )
}
