// Words of the page behind "no more e-mails like this one".

export const words = {
  asked: {
    title: 'Do you want no more e-mails?',
    text: 'We send e-mails about video appointments: when one is booked, when it is soon, and when it changes. You can stop them here. Your appointments stay as they are.',
  },
  stopped: {
    title: 'You get no more e-mails',
    text: 'We will not send you e-mails about appointments by ourselves any more. Your clinic can still phone you.',
  },
  started: {
    title: 'You get e-mails again',
    text: 'We will write to you about your appointments. You can close this page now.',
  },
  shared: 'This is for the whole e-mail address. If other people use it too, it is for them as well.',
  stop: 'Send me no more e-mails',
  start: 'Send me e-mails again',
  busy: 'One moment',
  failed: 'That did not work',
  failedText: 'Open the link in the e-mail again. If it still does not work, phone your clinic.',
}
