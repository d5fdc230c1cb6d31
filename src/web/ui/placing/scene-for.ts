// Which drawing fits what has to be seen and how the device is kept in its place. Pure.
import type { Placing } from '#domain/advice'
import type { DeviceKind, Purpose } from '#domain/plan'

export const SCENES = [
  'whole-body',
  'whole-body-tablet',
  'propped',
  'close-up',
  'face',
  'face-tablet',
  'family',
  'helper',
  'home-tour',
] as const
export type Scene = (typeof SCENES)[number]

/** `device` and `placing` null: nothing is known of them. */
export function sceneFor(
  { views: [view], coach, needsHelper }: Pick<Purpose, 'views' | 'coach' | 'needsHelper'>,
  device: DeviceKind | null,
  placing: Placing | null,
): Scene {
  const carried = device === 'smartphone' || device === 'tablet'
  switch (view) {
    case 'whole-body':
      if (placing === 'helper-holds') return 'helper'
      if (coach.length > 0 && !coach.includes('feet')) return 'propped'
      return carried ? 'whole-body-tablet' : 'whole-body'
    case 'mixed':
      return placing === 'helper-holds' || (placing === null && needsHelper) ? 'helper' : 'propped'
    case 'close-up':
      return 'close-up'
    case 'family':
    case 'group':
      return 'family'
    case 'home-tour':
      return 'home-tour'
    case 'face':
    case 'data-only':
      return carried ? 'face-tablet' : 'face'
  }
}
