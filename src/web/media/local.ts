// The port to this person's own camera and microphone. `devices` implements it with the browser, `fake-local` without.
import type { Readable } from '../kit/store.ts'

/** `none`: no such device. `busy`: another program has it. `unsupported`: this browser or in-app browser cannot, or no HTTPS. */
export type DeviceState = 'not-asked' | 'asking' | 'on' | 'off' | 'refused' | 'none' | 'busy' | 'unsupported' | 'lost'

export interface DeviceChoice {
  readonly id: string
  readonly label: string
}

export interface LocalState {
  readonly camera: DeviceState
  readonly microphone: DeviceState
  /** The running tracks; null where there is none. A camera that is `off` has no track: its light is out. */
  readonly audio: MediaStreamTrack | null
  readonly video: MediaStreamTrack | null
  readonly cameras: readonly DeviceChoice[]
  readonly microphones: readonly DeviceChoice[]
  /** Empty where the browser cannot choose (iPhone, iPad). */
  readonly speakers: readonly DeviceChoice[]
  readonly cameraId: string | null
  readonly microphoneId: string | null
  readonly speakerId: string | null
  readonly facing: 'front' | 'back' | null
  /** True on a device with both a front and a back camera. */
  readonly canFlip: boolean
  /** Echo cancellation and noise suppression; off for chest sounds and music. */
  readonly voiceProcessing: boolean
  /** This browser makes no calls at all, which is found out when a device is asked for. */
  readonly noCalls?: true
}

/** What the running camera can be asked for now. */
export interface CameraAbility {
  readonly facing: 'front' | 'back' | null
  /** There is a camera on either side. */
  readonly flip: boolean
  readonly zoomIn: boolean
  readonly zoomOut: boolean
  /** Null: it has no light. */
  readonly light: 'on' | 'off' | null
}

/** Each resolves with whether the camera did it. */
export interface CameraControl {
  /** Null: no camera runs. */
  able(): CameraAbility | null
  turn(to: 'front' | 'back'): Promise<boolean>
  zoom(way: 'in' | 'out'): Promise<boolean>
  light(on: boolean): Promise<boolean>
  /**
   * One picture as sharp as this camera can and `mostBytes` hold, as JPEG that says nothing of place, time or device; null: it
   * could not.
   */
  still(mostBytes: number): Promise<Blob | null>
}

export interface LocalMedia {
  readonly state: Readable<LocalState>
  /** Asks for what is wanted; never throws: what was refused or absent is in the state. Asking again after a refusal is fine. */
  request(wanted: { camera: boolean; microphone: boolean }): Promise<void>
  setCameraOn(on: boolean): Promise<void>
  /** Muting keeps the device open, so that speaking again is instant. */
  setMicrophoneOn(on: boolean): Promise<void>
  chooseCamera(id: string): Promise<void>
  chooseMicrophone(id: string): Promise<void>
  chooseSpeaker(id: string): Promise<void>
  flipCamera(): Promise<void>
  setVoiceProcessing(on: boolean): Promise<void>
  /** Loaded when first wanted; it goes on with whatever camera runs. */
  control(): Promise<CameraControl>
  /** Opens everything that was on again: the big "restart my camera" button, and after sleep. */
  restart(): Promise<void>
  /** Lets go of both at once: their lights go out, and nothing brings them back but being asked for again. */
  release(): Promise<void>
  close(): void
}
