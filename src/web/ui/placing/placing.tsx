// A drawing of where to put the device.
import type { Scene } from './scene-for.ts'
import { CloseUp, Family, Helper, HomeTour } from './scenes-close.tsx'
import { Face, FaceTablet } from './scenes-sitting.tsx'
import { Propped, WholeBody, WholeBodyTablet } from './scenes-standing.tsx'
import './placing.scss'

const DRAWN: Readonly<Record<Scene, () => preact.JSX.Element>> = {
  'whole-body': WholeBody,
  'whole-body-tablet': WholeBodyTablet,
  propped: Propped,
  'close-up': CloseUp,
  face: Face,
  'face-tablet': FaceTablet,
  family: Family,
  helper: Helper,
  'home-tour': HomeTour,
}

/** `label`: what those hear who cannot see it. */
export function Placing({ scene, label }: { scene: Scene; label: string }) {
  const Drawn = DRAWN[scene]
  return (
    <svg class="placing" viewBox="0 0 320 190" role="img" aria-label={label} focusable="false">
      <Drawn />
    </svg>
  )
}
