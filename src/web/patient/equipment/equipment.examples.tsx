// The check of camera and sound at each of its steps, for looking at. On its page it stands in the frame of the journey.
import { fakeLocal } from '../../../../test/call/fake-call.ts'
import { paintedPerson } from '../../../../test/call/painted-person.ts'
import { createStore } from '../../kit/store.ts'
import type { LocalState } from '../../media/local.ts'
import type { Example } from '../../ui/example.ts'
import { Page } from '../../ui/page/page.tsx'
import { QuickExit } from '../quick-exit/quick-exit-button.tsx'
import type { EquipmentModel, EquipmentStep } from './equipment-model.ts'
import { EquipmentScreen } from './equipment-screen.tsx'
import type { Surroundings } from './surroundings.ts'

export const IPHONE: Surroundings = {
  kind: { device: 'iphone', browser: 'safari', inApp: null },
  secure: true,
  site: 'video.example.org',
  address: 'https://video.example.org/at/foot-clinic',
}
const LAPTOP: Surroundings = { ...IPHONE, kind: { device: 'windows', browser: 'edge', inApp: null } }
const IN_APP: Surroundings = { ...IPHONE, kind: { device: 'iphone', browser: 'other', inApp: 'Facebook' } }

export function shownEquipment(
  step: EquipmentStep,
  { soundOnly = false, local = {} }: { soundOnly?: boolean; local?: Partial<LocalState> } = {},
): EquipmentModel {
  const press = () => {}
  const seen = step.at === 'picture' ? paintedPerson('tall', '#8a4b5f') : null
  return {
    step: createStore(step),
    soundOnly: createStore(soundOnly),
    local: fakeLocal({ video: seen?.getVideoTracks()[0] ?? null, ...local }),
    ask: press,
    next: press,
    chooseSoundOnly: press,
    seeNothing: press,
    ring: press,
    heardBell: press,
    inSilence: press,
    otherCamera: press,
    close: press,
  }
}

const quiet = createStore(0.05)
const loud = createStore(0.7)

const one = (
  name: string,
  step: EquipmentStep,
  here = IPHONE,
  soundOnly = false,
  local: Partial<LocalState> = {},
): Example => ({
  name,
  whole: true,
  draw: () => (
    <Page organisation="Hillside Health" part="Foot clinic" aside={<QuickExit />}>
      <EquipmentScreen check={shownEquipment(step, { soundOnly, local })} here={here} />
    </Page>
  ),
})

const BLOCKED = [
  ['windows', 'chrome'],
  ['windows', 'edge'],
  ['windows', 'firefox'],
  ['android', 'chrome'],
  ['android', 'samsung'],
  ['android', 'firefox'],
  ['ipad', 'safari'],
  ['iphone', 'chrome'],
  ['mac', 'safari'],
] as const

const TROUBLES = ['refused', 'none', 'busy', 'unsupported', 'lost'] as const

export const examples: readonly Example[] = [
  one('explain', { at: 'explain' }),
  one('explain, on a computer', { at: 'explain' }, LAPTOP),
  one('explain, sound only', { at: 'explain' }, IPHONE, true),
  one('asking', { at: 'asking' }),
  one('picture', { at: 'picture' }),
  one('voice', { at: 'voice', heard: false, quiet: false, level: quiet }),
  one('voice, nothing heard', { at: 'voice', heard: false, quiet: true, level: quiet }),
  one('voice, heard', { at: 'voice', heard: true, quiet: false, level: loud }),
  one('bell', { at: 'bell', rings: 0 }),
  one('bell, rung', { at: 'bell', rings: 2 }),
  one('bell not heard', { at: 'bell-help' }),
  ...TROUBLES.map((why) => one(`camera: ${why}`, { at: 'trouble', device: 'camera', why })),
  ...TROUBLES.map((why) => one(`microphone: ${why}`, { at: 'trouble', device: 'microphone', why }, LAPTOP)),
  one('camera: busy, and there is another', { at: 'trouble', device: 'camera', why: 'busy' }, LAPTOP, false, {
    cameras: [
      { id: 'a', label: 'Built-in camera' },
      { id: 'b', label: 'Camera on the desk' },
    ],
  }),
  ...BLOCKED.map(([device, browser]) =>
    one(
      `camera blocked: ${browser} on ${device}`,
      { at: 'trouble', device: 'camera', why: 'refused' },
      { ...IPHONE, kind: { device, browser, inApp: null } },
    ),
  ),
  one('both refused', { at: 'trouble', device: 'both', why: 'refused' }),
  one('inside an app', { at: 'trouble', device: 'both', why: 'unsupported' }, IN_APP),
]
