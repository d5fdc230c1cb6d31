// What a page can do with its own running camera beyond turning it on and off: zoom, light, the other side, a sharp still.
// It does each only when called, and the caller must have asked the person.
import type { CameraAbility, CameraControl, LocalMedia } from './local.ts'
import { takeStill } from './still-take.ts'

/** Not yet in TypeScript's own words for a camera. */
interface PhotoAbility extends MediaTrackCapabilities {
  readonly zoom?: { readonly min: number; readonly max: number; readonly step?: number }
  readonly torch?: boolean | readonly boolean[]
}
interface PhotoSettings extends MediaTrackSettings {
  readonly zoom?: number
  readonly torch?: boolean
}

/** A step that is clearly seen. */
const ZOOM_BY = 1.5

/** `openForZoom` opens the running camera anew, with its zoom. */
export async function controlCamera(local: LocalMedia, openForZoom: () => Promise<void>): Promise<CameraControl> {
  const camera = () => local.state.get().video
  let mayZoom = await mightZoom()
  return {
    able() {
      const { facing, canFlip } = local.state.get()
      const track = camera()
      return track && ableOf(track, facing, canFlip, mayZoom)
    },
    async turn(to) {
      const before = local.state.get()
      if (before.facing === to) return true
      if (!before.canFlip) return false
      await local.flipCamera()
      return local.state.get().facing === to
    },
    async zoom(way) {
      if (!camera()) return false
      if (mayZoom && !zoomOf(camera())) {
        await openForZoom()
        mayZoom = zoomOf(camera()) !== null
      }
      const track = camera()
      const range = zoomOf(track)
      if (!track || !range) return false
      const wanted = way === 'in' ? range.now * ZOOM_BY : range.now / ZOOM_BY
      const zoom = Math.min(range.max, Math.max(range.min, wanted))
      return zoom !== range.now && (await put(track, { zoom }))
    },
    async light(on) {
      const track = camera()
      return track !== null && lightOf(track) !== null && (await put(track, { torch: on }))
    },
    async still(mostBytes) {
      const track = camera()
      return track && takeStill(track, mostBytes)
    },
  }
}

/** Pure but for asking the track. */
function ableOf(
  track: MediaStreamTrack,
  facing: CameraAbility['facing'],
  flip: boolean,
  mayZoom: boolean,
): CameraAbility {
  const range = zoomOf(track)
  return {
    facing,
    flip,
    zoomIn: range ? range.now < range.max : mayZoom,
    zoomOut: range !== null && range.now > range.min,
    light: lightOf(track),
  }
}

/**
 * Chromium shows a zoom only to a page that opened the camera for it. Phones and tablets have one, unless the person has
 * refused it.
 */
async function mightZoom(): Promise<boolean> {
  const supported = navigator.mediaDevices?.getSupportedConstraints() as { zoom?: boolean } | undefined
  if (!supported?.zoom || !matchMedia('(pointer: coarse)').matches) return false
  try {
    const asked = { name: 'camera', panTiltZoom: true } as unknown as PermissionDescriptor
    return (await navigator.permissions.query(asked)).state !== 'denied'
  } catch {
    return false
  }
}

function zoomOf(track: MediaStreamTrack | null): { min: number; max: number; now: number } | null {
  const able: PhotoAbility | undefined = track?.getCapabilities?.()
  const settings: PhotoSettings | undefined = track?.getSettings()
  const range = able?.zoom
  if (!range || !(range.max > range.min)) return null
  return { min: range.min, max: range.max, now: settings?.zoom ?? range.min }
}

function lightOf(track: MediaStreamTrack): CameraAbility['light'] {
  const able: PhotoAbility | undefined = track.getCapabilities?.()
  const torch = able?.torch
  if (torch !== true && !(Array.isArray(torch) && torch.includes(true))) return null
  const settings: PhotoSettings = track.getSettings()
  return settings.torch ? 'on' : 'off'
}

/** Changes one thing of the camera and leaves its size and its other settings as they are. */
async function put(track: MediaStreamTrack, change: { zoom: number } | { torch: boolean }): Promise<boolean> {
  const before: PhotoSettings = track.getSettings()
  const asked = track.getConstraints()
  const kept = { ...(before.zoom === undefined ? {} : { zoom: before.zoom }), ...(before.torch ? { torch: true } : {}) }
  const advanced = [{ ...kept, ...change }] as MediaTrackConstraintSet[]
  try {
    // Chromium takes these alone and leaves the size; others may fall back to a size of their own.
    await track.applyConstraints({ advanced })
    if (track.getSettings().height !== before.height) await track.applyConstraints({ ...asked, advanced })
    const now: PhotoSettings = track.getSettings()
    return 'zoom' in change ? now.zoom !== before.zoom : now.torch === change.torch
  } catch {
    return false
  }
}
