// Words for every refusal the server may give, and for no answer at all. What to do first, without blame.
import type { ProblemCode, ProblemDetail } from '#domain/problem'

export type ProblemWords = Record<ProblemCode | 'offline', (detail: ProblemDetail) => string>

const named = (detail: ProblemDetail, otherwise: string) =>
  typeof detail.name === 'string' && detail.name ? detail.name : otherwise

export const words: ProblemWords = {
  offline: () => 'We cannot reach the server. Check your internet connection and try again.',
  'request/invalid': () => 'Something in the form is not as expected. Check what you typed and try again.',
  'request/too-large': () => 'This is too long to send. Make it shorter and try again.',
  'request/too-many': () => 'That was a lot of tries. Wait a minute, then try again.',
  'request/not-found': () => 'This page does not exist. Check the link.',
  'access/sign-in-needed': () => 'You are signed out. Sign in and go on.',
  'access/not-allowed': () => 'You are not able to do this. Ask your administrator.',
  'access/wrong-sign-in': () => 'The e-mail address or the password is not right. Try again.',
  'access/cross-site': () => 'Open this page from its own address and try again.',
  'setup/link-not-valid': () => 'This set-up link has been used or is too old. Start the server again for a new one.',
  'setup/already-done': () => 'This has been set up already. Sign in instead.',
  'setup/email-taken': () => 'Somebody has this e-mail address already. Use another one.',
  'area/not-found': () => 'There is no clinic at this link. Check the link you were given.',
  'area/closed': () => 'The clinic is closed now. Please come back when it is open.',
  'area/suspended': () => 'The clinic cannot see anybody by video now.',
  'area/hours-not-valid': (detail) =>
    detail.field === 'timeZone'
      ? 'Choose a time zone from the list.'
      : 'Check the opening hours. Each one must end after it begins.',
  'plan/not-found': () => 'This plan is not here any more. Choose another one.',
  'plan/name-needed': () => 'Give the plan a name.',
  'arrival/details-missing': (detail) =>
    detail.field === 'lastName'
      ? 'Type your last name'
      : detail.field === 'dateOfBirth'
        ? 'Type your date of birth'
        : detail.field === 'phone'
          ? 'Type a phone number'
          : 'Type your first name',
  'arrival/birth-date-not-valid': () => 'Check your date of birth. For example, 31 3 1980',
  'arrival/phone-not-valid': () => 'Check the phone number. For example, 07700 900 123',
  'arrival/consent-needed': () => 'Tick the box to go on',
  'visit/not-found': () => 'This visit is over, and its details are deleted.',
  'visit/already-ended': () => 'This visit has ended.',
  'visit/not-waiting': () => 'This person is not waiting any more.',
  'visit/with-somebody-else': (detail) => `${named(detail, 'Somebody else')} is seeing this person now.`,
  'visit/not-held-by-you': () => 'You are not seeing this person now. Go back to the queue.',
  'message/empty': () => 'Type a message first.',
  'note/not-found': () => 'This note is not here any more.',
  'note/changed-elsewhere': () => 'This note was changed on another page. Read both before you go on.',
  'note/already-signed': () => 'This note is signed and cannot be changed.',
  'note/not-signed': () => 'Sign the note first.',
  'note/empty': () => 'Write something in the note before you sign it.',
  'person/password-too-short': (detail) =>
    typeof detail.least === 'number' ? `Use at least ${detail.least} characters.` : 'Use a longer password.',
  'person/password-too-common': () => 'Too many people use a password like this. Choose another one.',
  'person/not-found': () => 'This person is not here any more.',
  'person/email-taken': () => 'Somebody has this e-mail address already. Use another one.',
  'person/role-not-valid': () =>
    'These roles do not fit your services and waiting areas any more. Load the page again.',
  'person/not-yourself': () => 'You cannot do this to yourself. Ask another administrator.',
  'person/last-administrator': () => 'Your organisation needs an administrator. Make somebody else one first.',
  'person/not-invited': () => 'This person is not waiting for an invitation.',
  'person/link-not-valid': () => 'This link was used already, or it is too old. Ask for a new one.',
  'person/password-wrong': () => 'The password you have now is not right. Type it again.',
  'person/sample-stays': () => 'Everybody tries this clinic with the same sign-ins, so they stay.',
  'letter/not-found': () => 'This message is not here any more.',
  'glass/not-found': () => 'This service is not here. Load the page again.',
  'glass/not-needed': () => 'You see this service’s patients already.',
  'glass/reason-needed': () => 'Write the reason in a few words of your own.',
  'glass/switched-off': () => 'This is switched off here.',
  'server/fault': () => 'Something went wrong on our side. Wait a moment, then try again.',
  'server/busy': () => 'We are very busy just now. Wait a moment, then try again.',
}
