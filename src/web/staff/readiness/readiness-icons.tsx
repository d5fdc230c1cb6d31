// Icons of the readiness card: what is looked at, and how it stands. A word stands beside each.
import type { JSX } from 'preact'
import type { Verdict } from '#domain/equipment'
import type { Item } from '#domain/equipment-judged'
import { CameraIcon, MicrophoneIcon, SpeakerIcon } from '../../ui/icon/equipment.tsx'
import { drawn, type IconProps } from '../../ui/icon/line.tsx'
import { ProblemIcon, TickCircleIcon, TickIcon, WarningIcon } from '../../ui/icon/signs.tsx'

const SunIcon = drawn(
  <>
    <circle cx="12" cy="12" r="4" />
    <path d="M12 2.5v2.5M12 19v2.5M2.5 12H5M19 12h2.5M5.3 5.3L7 7M17 17l1.7 1.7M5.3 18.7L7 17M17 7l1.7-1.7" />
  </>,
)
const WavesIcon = drawn(
  <path d="M2.5 9.5a14 14 0 0 1 19 0M5.7 13.2a9 9 0 0 1 12.6 0M9 16.8a4.3 4.3 0 0 1 6 0M12 20v.01" />,
)
export const DeviceIcon = drawn(
  <>
    <rect x="4" y="5" width="16" height="10.5" rx="1.5" />
    <path d="M2 19.5h20" />
  </>,
)
const BatteryIcon = drawn(
  <>
    <rect x="2.5" y="8" width="16" height="8.5" rx="2" />
    <path d="M21.5 11v2.5M5.8 11v2.5M9.3 11v2.5" />
  </>,
)
const UnknownIcon = drawn(
  <>
    <circle cx="12" cy="12" r="9" stroke-dasharray="2.5 3.9" />
    <path d="M9 12h6" />
  </>,
)

export const ITEM_ICONS: Readonly<Record<Item, (props: IconProps) => JSX.Element>> = {
  camera: CameraIcon,
  light: SunIcon,
  microphone: MicrophoneIcon,
  speaker: SpeakerIcon,
  connection: WavesIcon,
  device: DeviceIcon,
  power: BatteryIcon,
}

export const VERDICT_ICONS: Readonly<Record<Verdict, (props: IconProps) => JSX.Element>> = {
  good: TickCircleIcon,
  ok: TickIcon,
  poor: WarningIcon,
  'not-suitable': ProblemIcon,
  unknown: UnknownIcon,
}
