// What the patient is asked after the call.
export const words = {
  title: 'How was it for you?',
  lead: 'Three short questions, if you like. The clinic does not see who said what.',
  questions: {
    media: 'Could you see and hear well enough?',
    needs: 'Did you get the help you needed?',
    again: 'Would you do it by video again?',
  },
  answers: {
    media: { yes: 'Yes', partly: 'Not always', no: 'No' },
    needs: { yes: 'Yes', partly: 'In part', no: 'No' },
    again: { yes: 'Yes', partly: 'Perhaps', no: 'No' },
  },
  thanks: 'Thank you. This helps the clinic.',
  thanksSome: 'Thank you. You can answer the others, too.',
  saving: 'One moment…',
  notSaved: 'Your answer is not sent yet. Press it again.',
}
