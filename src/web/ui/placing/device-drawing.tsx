// A small drawing of one kind of device, for beside its name.
import type { DeviceKind } from '#domain/plan'
import { Desktop, FrontLaptop, Phone, Tablet } from './devices.tsx'
import './placing.scss'

const DRAWN = { smartphone: Phone, tablet: Tablet, laptop: FrontLaptop, desktop: Desktop }

export function DeviceDrawing({ device }: { device: DeviceKind }) {
  const Drawn = DRAWN[device]
  return (
    <svg class="placing placing-small" viewBox="0 0 104 88" aria-hidden="true" focusable="false">
      <Drawn x={52} y={86} />
    </svg>
  )
}
