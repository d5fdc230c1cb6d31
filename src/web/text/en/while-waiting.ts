// What the patient reads of the sound they may play while waiting. What the clinic says then is the clinic's own.
export const words = {
  messages: 'News from the clinic',
  sound: 'Sound while you wait',
  soundText: 'Soft music. It stops by itself when it is your turn.',
  play: 'Play music',
  stop: 'Stop the music',
  paused: 'The music stops for a moment.',
}
