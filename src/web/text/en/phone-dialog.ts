// The question whether to be phoned instead of a video call, and on which number.
export const words = {
  title: 'Shall we phone you instead?',
  text: 'You keep your place. Your camera and sound turn off at once.',
  field: 'Your phone number',
  yes: 'Yes, phone me',
  no: 'No, keep video',
  changeTitle: 'Change the number',
  changeYes: 'Use this number',
  changeNo: 'Go back',
  saving: 'One moment…',
  wrong: 'Check the phone number. For example, 07700 900 123',
  inCall: 'Phone me instead',
}
