// Every drawing of the set.
import { DEVICE_KINDS } from '#domain/plan'
import type { Example } from '../example.ts'
import { DeviceDrawing } from './device-drawing.tsx'
import { Placing } from './placing.tsx'
import { SCENES } from './scene-for.ts'

export const examples: readonly Example[] = [
  ...SCENES.map((scene) => ({ name: scene, draw: () => <Placing scene={scene} label={scene} /> })),
  ...DEVICE_KINDS.map((device) => ({ name: device, draw: () => <DeviceDrawing device={device} /> })),
]
