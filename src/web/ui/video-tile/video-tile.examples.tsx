// A picture that is not there.
import type { Example } from '../example.ts'
import { CameraOffIcon } from '../icon/equipment.tsx'
import { VideoTile } from './video-tile.tsx'

export const examples: readonly Example[] = [
  {
    name: 'no picture',
    draw: () => (
      <VideoTile track={null} label="Your own picture">
        <CameraOffIcon size={32} />
        <span>Your camera is off</span>
      </VideoTile>
    ),
  },
]
