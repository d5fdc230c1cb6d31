// Words of the choices of camera, microphone and speaker in a call, of both sides.
export const words = {
  title: 'Camera and sound',
  camera: 'Camera',
  microphone: 'Microphone',
  speaker: 'Speaker',
  flip: 'Turn the camera round',
  voiceOff: 'Chest sounds or music',
  voiceOffHint: 'Turns off the noise filter, so that quiet sounds come through. Best with headphones.',
  restart: 'Restart camera and sound',
  restartHint: 'Use this if they cannot see or hear you.',
  selfView: 'Show my own picture',
  close: 'Close',
}
