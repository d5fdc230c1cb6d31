// The door: what this is and with whom, what will happen, and one button. Shut, it says when it opens.
import type { AreaWelcome } from '#contract/area'
import { words } from '#text/door'
import { words as otherBrowser } from '#text/other-browser'
import { words as time } from '#text/time'
import { words as ways } from '#text/ways'
import { Button } from '../../ui/button/button.tsx'
import { Notice } from '../../ui/notice/notice.tsx'
import { Title } from '../../ui/title/title.tsx'
import type { LastWorked } from '../last-worked.ts'
import { SupportContacts } from '../ways-out/ways-out.tsx'
import { DeviceSign } from './device-sign.tsx'
import { DoorDrawing } from './drawing.tsx'
import { howItSuits, ownKind, type ThisDevice } from './this-device.ts'
import './door-screen.scss'

export interface DoorScreenProps {
  welcome: AreaWelcome
  start: (() => void) | null
  /** The reader's own time zone, to name the clinic's only where it differs. */
  ownZone: string
  here: ThisDevice
  lastWorked: LastWorked | null
  /** Whether this browser makes calls at all, as far as can be seen without trying. */
  callable: boolean
}

export function DoorScreen({ welcome, start, ownZone, here, lastWorked, callable }: DoorScreenProps) {
  return (
    <div class="stack">
      <DoorDrawing />
      <Title tab={words.tab} caption={words.caption}>
        {welcome.name}
      </Title>
      {!start && <Shut welcome={welcome} ownZone={ownZone} />}
      {welcome.about && (
        <p class="door-about" dir="auto">
          {welcome.about}
        </p>
      )}
      {start && !callable && (
        <Notice kind="warning" title={otherBrowser.noCallsTitle}>
          <p>{otherBrowser.noCallsText}</p>
        </Notice>
      )}
      {start && callable && <Devices welcome={welcome} here={here} lastWorked={lastWorked} />}
      {start && (
        <div class="door-start">
          <Button size="large" onPress={start}>
            {words.start}
          </Button>
          <p class="soft small">{words.startNote}</p>
        </div>
      )}
      {start && (
        <section class="door-steps">
          <h2>{words.stepsTitle}</h2>
          <ol>
            {words.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </section>
      )}
      <SupportContacts support={welcome.support} before={ways.helpPhone} without={null} />
    </div>
  )
}

/** Before they begin: they can still fetch another device. */
function Devices({ welcome, here, lastWorked }: Pick<DoorScreenProps, 'welcome' | 'here' | 'lastWorked'>) {
  const { devices, view } = welcome.plan
  const suits = howItSuits(devices, here)
  const onTable = view === 'whole-body'
  return (
    <div class="door-devices">
      <DeviceSign device={suits === 'any' || suits === 'well' ? ownKind(here) : (devices.first[0] ?? ownKind(here))} />
      <div>
        <p>{words.device(devices.first, suits, here, onTable)}</p>
        {lastWorked && <p class="soft small">{words.lastWorked(lastWorked.device, lastWorked.day)}</p>}
      </div>
    </div>
  )
}

function Shut({ welcome, ownZone }: { welcome: AreaWelcome; ownZone: string }) {
  const { openness } = welcome
  if (openness.state === 'suspended')
    return (
      <Notice kind="warning" title={words.suspendedTitle} live="polite">
        <p>{openness.message}</p>
        <p>{words.suspendedKeep}</p>
      </Notice>
    )
  if (openness.state !== 'closed') return null
  const { opensAt, doorsOpenAt, timeZone } = openness
  const when = opensAt === null ? null : time.opening(opensAt, welcome.now, timeZone)
  const early = opensAt !== null && doorsOpenAt !== null && doorsOpenAt < opensAt
  return (
    <Notice kind="warning" title={words.closedTitle} live="polite">
      <p>
        {when === null
          ? words.opensUnknown
          : timeZone === ownZone
            ? words.opens(when)
            : words.opensInZone(when, time.zone(timeZone))}
      </p>
      {early && <p>{words.doors(time.opening(doorsOpenAt, welcome.now, timeZone))}</p>}
      <p>{words.closedKeep}</p>
    </Notice>
  )
}
