// What patients read as they send photos.
export const words = {
  title: 'Show us a photo',
  lead: 'You can send up to 5 photos to your clinic. For example, of your skin or of a pill box.',
  howTitle: 'How to take a good photo',
  how: [
    'Stand by a window. Daylight is best.',
    'Hold the phone 20 cm away, about as long as your hand.',
    'Put a coin or a ruler beside it, to show its size.',
  ],
  take: 'Take a photo',
  choose: 'Choose photos',
  full: 'You have sent as many photos as we can take.',
  before: (count: number) =>
    count === 1 ? 'You sent 1 photo. Your clinic has it.' : `You sent ${count} photos. Your clinic has them.`,
  list: 'Your photos',
  photo: (number: number) => `Photo ${number}`,
  sending: 'Sending',
  waiting: 'No internet. It goes on by itself.',
  sent: 'Your clinic has it',
  tooLarge: 'This photo is too big. Take a new one here, or send a smaller one.',
  cancel: 'Stop',
  takeAway: 'Take away',
  of: (press: string, photo: string) => `${press}: ${photo}`,
  only: 'Only your clinic sees your photos. We take out where you took them.',
}
