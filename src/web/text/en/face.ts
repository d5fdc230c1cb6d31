// Where somebody's face is in their picture, said to who cannot see the screen.
import type { FaceAnswer } from '#domain/face-place'

const face: Record<FaceAnswer['face'], string> = {
  none: 'We do not see your face. Hold the camera in front of you.',
  middle: 'Your face is in the middle of the picture.',
  left: 'Your face is too far to your left. Move to your right.',
  right: 'Your face is too far to your right. Move to your left.',
  high: 'Your face is too high. Tilt the top of the screen back a little.',
  low: 'Your face is too low. Tilt the top of the screen to you a little.',
  near: 'You are too near. Move back a little.',
  far: 'You are far away. Come nearer.',
}

const light: Record<FaceAnswer['light'], string> = {
  dark: 'It is too dark. Turn on a light.',
  left: 'The light comes from your left.',
  right: 'The light comes from your right.',
  even: 'There is enough light.',
}

export const words = {
  say: ({ face: where, light: from }: FaceAnswer) => `${face[where]} ${light[from]}`,
  looking: 'One moment. We are looking…',
  unable: 'This device cannot tell. The person you call can see you and help.',
  again: 'Tell me again',
  private: 'Your picture stays on this device.',
}
