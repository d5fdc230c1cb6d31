// What the patient reads on the page where they try everything out, on any day before their visit.
export const words = {
  tab: 'Try it out',
  part: 'Try it out',
  title: 'Try your camera, sound and internet',
  text: 'You can do this on any day before your visit. You can do it as often as you like.',
  start: 'Start',
  startNote: 'It takes about 2 minutes. Nobody sees or hears you.',
  stepsTitle: 'What will happen',
  steps: [
    'We check your camera and sound together.',
    'We test your internet.',
    'We tell you what is well and what to do.',
  ],
  private: 'We keep nothing of this. Close the page and it is gone.',
  phone: 'Nothing helps? Tell your clinic. They can phone you.',
  dayTitle: 'On the day of your visit',
  day: [
    'Use the same phone, tablet or computer as now.',
    'Sit in the same place.',
    'Open the link that your clinic gave you.',
  ],
}
