// Words for staff about a patient who is not to be spoken with, and about what was answered at arrival.
export const words = {
  cannotTalk: {
    short: 'Cannot talk now',
    text: 'Their page makes no sound. Write to them, and say nothing that somebody beside them could hear.',
  },
  usesText: {
    short: 'Writes, does not talk',
    text: 'Keep the messages open, and give them time.',
  },
  answers: 'Answered on arrival',
  yes: 'Yes',
  no: 'No',
}
