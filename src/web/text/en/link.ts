// Words of one-time links: an invitation, a new password.
import { typed } from '../typed.ts'
export const words = {
  looking: 'Looking at your link',
  notNow: 'This did not work yet',
  again: 'Try again',
  overTitle: 'This link is over',
  overText: {
    invitation:
      'It was used already, or it is more than seven days old. If you have a password, sign in. If not, ask the person who invited you to send the invitation again.',
    reset: 'It was used already, or it is more than an hour old. Ask for a new one.',
  },
  askAgain: 'Ask for a new link',
  toSignIn: 'Sign in',
  welcome: (name: string) => `Welcome, ${typed(name)}`,
  invitedLead: (organisation: string) =>
    `You are invited to the video appointments of ${typed(organisation)}, as one of its staff. Choose a password, and you are in.`,
  newPassword: 'Choose a new password',
  resetLead: (name: string) => `For ${typed(name)}. You will be signed in here, and signed out everywhere else.`,
  insteadTitle: (name: string) => `${typed(name)} is signed in in this browser`,
  insteadText: 'Going on signs them out here. To keep both, open the link in a private window or in another browser.',
  email: 'E-mail address',
  emailHint: 'You sign in with it.',
  password: 'Password',
  passwordHint: (least: number) =>
    `At least ${least} characters. Three words that do not belong together are easy to remember.`,
  faults: {
    missing: 'Type a password',
    'too-short': (least: number) => `Use at least ${least} characters for the password`,
    'too-common': 'Choose a password that fewer people use, and that has nothing of your name',
  },
  submit: 'Save and sign in',
  sending: 'Signing in',
  ask: {
    title: 'Forgotten your password?',
    lead: 'Type the address with which you sign in. We will write to it.',
    missing: 'Type your e-mail address',
    submit: 'Send me a link',
    sending: 'Sending',
    back: 'Back to the sign-in',
    other: 'Try another address',
    askedTitle: 'Look at your e-mail',
    askedText: (email: string) =>
      `If somebody signs in with ${typed(email)}, a link is on its way there. It works once, for an hour.`,
    askedHints: [
      'Nothing came? Look among your unwanted mail, and check the address.',
      'If your organisation sends no e-mail, your administrator finds the link in the outbox.',
      'If you were invited and never signed in, ask for the invitation again.',
    ],
  },
}
