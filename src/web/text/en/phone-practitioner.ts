// Words of the practitioner's phone consultation.
import { typed } from '../typed.ts'
export const words = {
  label: (name: string) => `Visit by phone with ${typed(name)}`,
  title: (name: string) => `${typed(name)} asked to be phoned`,
  nothingSent: 'Your camera and sound are off here. So are theirs.',
  noNumber: (name: string) => `No number is known. Write to ${typed(name)}, or press Change above.`,
  call: (phone: string) => `Call ${typed(phone)}`,
  callAgain: (phone: string) => `Call ${typed(phone)} again`,
  copy: 'Copy the number',
  script: 'When they answer',
  scriptLines: [
    'Say who you are and where you call from.',
    'Ask for their name and date of birth.',
    'Ask whether they can talk now.',
  ],
  noAnswer: 'No answer',
  tries: (count: number, time: string) =>
    count === 1 ? `1 try without an answer, at ${time}` : `${count} tries without an answer, the last at ${time}`,
  noteNoAnswer: (count: number, time: string) => `Phoned at ${time}: no answer (try ${count}).`,
  askVideo: 'Ask to change to video',
  askVideoHint: (name: string) => `${typed(name)} has to say yes on their page.`,
  asked: (name: string) => `You asked for video. ${typed(name)} has not answered yet.`,
  declined: (name: string) => `${typed(name)} would rather stay on the phone.`,
  wanted: (name: string) => `${typed(name)} would rather use video.`,
  toVideo: 'Change to video',
  hold: {
    title: (name: string) => `${typed(name)} is on hold`,
    text: (name: string) => `${typed(name)} is told to keep their phone near.`,
    resume: 'Go on',
  },
  trouble: {
    'no-answer': 'The try was not kept.',
    'ask-video': 'They were not asked for video.',
  },
  leave: 'Hang up first if you are on the phone. What shall become of the visit?',
  join: 'Join by phone',
  joinTitle: 'They ask to be phoned',
  joinText: 'Joining opens their note and number. No picture and no sound is sent, by you or by them.',
}
