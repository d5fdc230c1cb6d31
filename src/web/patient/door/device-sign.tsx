// A small drawing of one kind of device, standing on a line. Says nothing that the words beside it do not say.
import type { DeviceKind } from '#domain/plan'
import './drawing.scss'

const LINES: Record<DeviceKind, string> = {
  smartphone: 'M25 8h14a4 4 0 0 1 4 4v36a4 4 0 0 1-4 4H25a4 4 0 0 1-4-4V12a4 4 0 0 1 4-4z',
  tablet: 'M10 13h44a4 4 0 0 1 4 4v31a4 4 0 0 1-4 4H10a4 4 0 0 1-4-4V17a4 4 0 0 1 4-4z',
  laptop: 'M15 15h34a3 3 0 0 1 3 3v26H12V18a3 3 0 0 1 3-3zM6 44h52l-3 8H9z',
  desktop: 'M9 8h46a3 3 0 0 1 3 3v28a3 3 0 0 1-3 3H9a3 3 0 0 1-3-3V11a3 3 0 0 1 3-3zM28 42h8l2 10H26z',
}

export function DeviceSign({ device }: { device: DeviceKind }) {
  return (
    <svg class="drawing-sign" viewBox="0 0 64 60" aria-hidden="true" focusable="false">
      <path d="M2 52h60" />
      <path class="drawing-paper" d={LINES[device]} />
    </svg>
  )
}
