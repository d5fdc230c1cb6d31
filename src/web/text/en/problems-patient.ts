// Words for the refusals that a patient's page may meet, and for no answer at all. What to do first, without blame. They
// stand apart from those of staff alone, so that no phone fetches those.
import type { ProblemCode, ProblemDetail } from '#domain/problem'

function waitOf({ retryAfterSeconds }: ProblemDetail): string {
  const minutes = typeof retryAfterSeconds === 'number' ? Math.ceil(retryAfterSeconds / 60) : 1
  return minutes > 1 ? `${minutes} minutes` : 'a minute'
}

export const words = {
  offline: () => 'We cannot reach the server. Check your internet connection and try again.',
  'request/invalid': () => 'Something in the form is not as expected. Check what you typed and try again.',
  'request/too-large': () => 'This is too long to send. Make it shorter and try again.',
  'request/too-many': (detail) => `That was a lot of tries. Wait ${waitOf(detail)}, then try again.`,
  'request/not-found': () => 'This page does not exist. Check the link.',
  'access/sign-in-needed': () => 'You are signed out. Sign in and go on.',
  'access/cross-site': () => 'Open this page from its own address and try again.',
  'area/not-found': () => 'There is no clinic at this link. Check the link you were given.',
  'area/closed': () => 'The clinic is closed now. Please come back when it is open.',
  'area/suspended': () => 'The clinic cannot see anybody by video now.',
  'arrival/details-missing': (detail) =>
    detail.field === 'lastName'
      ? 'Type your last name'
      : detail.field === 'dateOfBirth'
        ? 'Type your date of birth'
        : detail.field === 'phone'
          ? 'Type a phone number'
          : 'Type your first name',
  'arrival/birth-date-not-valid': () => 'Check your date of birth. For example, 31 3 1980',
  'visit/no-feedback': () => 'The clinic does not ask this now.',
  'visit/no-recall': () => 'The clinic does not offer this now. Keep this page open.',
  'arrival/phone-not-valid': () => 'Check the phone number. For example, 07700 900 123',
  'arrival/consent-needed': () => 'Tick the box to go on',
  'access/nothing-kept': () => 'This browser keeps nothing. Allow cookies for this page, then try again.',
  'visit/not-found': () => 'This visit is over, and its details are deleted.',
  'visit/already-ended': () => 'This visit has ended.',
  'invitation/not-opened': () => 'This did not open. Check your date of birth. If it is right, phone your clinic.',
  'invitation/replaced': () => 'Your clinic sent a newer link.',
  'invitation/other-device': () => 'This link was opened on another device. Use that one, or phone your clinic.',
  'invitation/too-early': () => 'You are early. Come back a bit later.',
  'invitation/over': () => 'This visit is over.',
  'form/not-found': () => 'Your clinic does not need these answers any more.',
  'form/not-complete': () => 'Something is not answered yet. Look at each question again.',
  'file/not-a-picture': () => 'We cannot read this photo. Take a new one, or send it as JPEG or PNG.',
  'file/heic': () => 'We cannot read this kind of photo. Take a new one with “Take a photo”, or send it as JPEG.',
  'file/too-many': () => 'You have sent as many photos as we can take. Tell your clinic if you need to send more.',
  'file/not-found': () => 'This photo is not here any more.',
  'message/empty': () => 'Type a message first.',
  'server/fault': () => 'Something went wrong on our side. Wait a moment, then try again.',
  'server/busy': () => 'We are very busy just now. Wait a moment, then try again.',
} satisfies Partial<Record<ProblemCode | 'offline', (detail: ProblemDetail) => string>>
