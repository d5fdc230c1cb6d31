// Words for every refusal the server may give, and for no answer at all.
import type { ProblemCode, ProblemDetail } from '#domain/problem'
import { typed } from '../typed.ts'
import { words as patient } from './problems-patient.ts'
import { words as faults } from './questionnaire-faults.ts'

export type ProblemWords = Record<ProblemCode | 'offline', (detail: ProblemDetail) => string>

const named = (detail: ProblemDetail, otherwise: string) =>
  typeof detail.name === 'string' && detail.name ? typed(detail.name) : otherwise

export const words: ProblemWords = {
  ...patient,
  'access/not-allowed': () => 'You are not able to do this. Ask your administrator.',
  'access/wrong-sign-in': () => 'The e-mail address or the password is not right. Try again.',
  'session/locked': () => 'This page is locked. Type your password to unlock it.',
  'session/wrong-password': () => 'The password is not right. Try again.',
  'session/proof-needed': () => 'Nothing was changed. Confirm that it is you, then it goes on.',
  'session/not-found': () => 'That sign-in is over already.',
  'access/provider-none': () => 'This way to sign in is not set up here. Use your e-mail address and password.',
  'access/provider-away': () => 'Your organisation’s sign-in does not answer. Wait a minute, then try again.',
  'access/provider-refused': () =>
    'Your organisation’s sign-in did not let you in. Try again, or ask your IT service desk.',
  'access/provider-too-weak': () => 'Sign in again with a stronger way, such as your smartcard or passkey.',
  'access/provider-failed': () => 'This sign-in took too long, or was begun in another window. Begin again.',
  'access/provider-somebody-else': () =>
    'Somebody else signed in there. Sign in there as yourself, then it goes on here.',
  'access/provider-unknown-person': () => 'Nobody here has this sign-in yet. Ask your administrator to invite you.',
  'access/provider-too-many-groups': () =>
    'You are in too many groups for us to see them all. Ask your administrator to have fewer sent.',
  'access/provider-only': () => 'Your organisation uses another sign-in, not passwords. Choose it on the sign-in page.',
  'access/provider-not-tried': () => 'Sign out, and sign in with your organisation’s sign-in first. Then try again.',
  'access/second-step-needed': () => 'Go on with your second step.',
  'access/second-step-over': () => 'This took too long, or was done already. Sign in again from the beginning.',
  'access/wrong-code': () => 'This code is not right. Type the newest one.',
  'access/second-factor-needed': () => 'Set up a second step for your sign-in first.',
  'access/passkey-not-valid': () => 'This passkey opens nothing here. Use another one, or your password.',
  'access/passkey-stopped': () => 'This passkey opens nothing any more. Use your password, then add a new one.',
  'factor/too-many': () => 'There are many passkeys here already. Remove one first.',
  'factor/passkey-not-valid': () => 'This passkey was not added. Try again.',
  'factor/passkey-not-found': () => 'This passkey is not here any more. Load the page again.',
  'factor/passkeys-not-here': () => 'Passkeys do not work at this address. Use an app that shows codes.',
  'factor/not-begun': () => 'This code picture is not valid any more. Begin again for a new one.',
  'factor/wrong-code': () => 'This code does not fit. Type the one that your app shows now.',
  'factor/last-one': () => 'A second step is needed here. Set up another one before you remove this one.',
  'factor/none-yet': () => 'There is none any more. Load the page again.',
  'setup/link-not-valid': () => 'This set-up link has been used or is too old. Start the server again for a new one.',
  'setup/already-done': () => 'This has been set up already. Sign in instead.',
  'setup/email-taken': () => 'Somebody has this e-mail address already. Use another one.',
  'area/hours-not-valid': (detail) =>
    detail.field === 'timeZone'
      ? 'Choose a time zone from the list.'
      : 'Check the opening hours. Each one must end after it begins.',
  'area/not-empty': (detail) =>
    detail.people === 1
      ? 'One person is waiting or being seen. Close it when they have gone.'
      : `${detail.people} people are waiting or being seen. Close it when they have gone.`,
  'service/not-found': () => 'This service is not here any more.',
  'settings/not-valid': (detail) =>
    detail.field === 'afterLink'
      ? 'The address must begin with https://'
      : detail.field === 'closedDates'
        ? 'Check the dates. Each day stands once.'
        : detail.field === 'arrivalQuestions'
          ? 'Ask each question only once.'
          : detail.field === 'waitingMessages'
            ? 'Give each message another number of minutes.'
            : detail.field === 'logoId'
              ? 'Choose the picture again.'
              : 'Check the phone number and the e-mail addresses.',
  'logo/not-a-picture': () => 'Choose a PNG or JPEG picture of at most 100 kB.',
  'plan/not-found': () => 'This plan is not here any more. Choose another one.',
  'plan/name-needed': () => 'Give the plan a name.',
  'visit/not-waiting': () => 'This person is not waiting any more.',
  'visit/with-somebody-else': (detail) => `${named(detail, 'Somebody else')} is seeing this person now.`,
  'visit/call-back-over': () =>
    'This person cannot be called back any more. Phone them, or ask them to open the link again.',
  'visit/no-feedback': () => 'Nothing is asked after this visit.',
  'visit/no-recall': () => 'This person keeps the page open now. You need not call them.',
  'visit/not-held-by-you': () => 'You are not seeing this person now. Go back to the queue.',
  'appointment/not-found': () => 'This appointment is not here any more. Load the page again.',
  'appointment/not-booked': () => 'This appointment cannot be changed any more.',
  'appointment/not-valid': (detail) =>
    detail.field === 'email'
      ? 'Check the e-mail address.'
      : detail.field === 'reach'
        ? 'Give a phone number or an e-mail address.'
        : detail.field === 'practitioner'
          ? 'Choose somebody who sees patients there.'
          : detail.field === 'minutes'
            ? 'An appointment takes between 5 minutes and 8 hours.'
            : 'Check the date and the time.',
  'clinic-list/not-found': () => 'This list was undone already.',
  'clinic-list/row-refused': ({ line, code, ...detail }) => {
    const why = words[code as ProblemCode]?.(detail) ?? 'It cannot be read.'
    return `Row ${line}: ${why} Nothing of the list was added.`
  },
  'questionnaire/not-found': () => 'This questionnaire is not here any more. Choose another one.',
  'questionnaire/not-valid': ({ item, reason, about }) => faults.fault(String(item), String(reason), String(about)),
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
  'person/identity-taken': () => 'Somebody else here has this sign-in already. Ask your administrator.',
  'person/password-wrong': () => 'The password you have now is not right. Type it again.',
  'person/sample-stays': () => 'Everybody tries this clinic with the same sign-ins, so they stay.',
  'notification/not-found': () => 'This message is not here any more.',
  'break-glass/not-found': () => 'This service is not here. Load the page again.',
  'break-glass/not-needed': () => 'You see this service’s patients already.',
  'break-glass/reason-needed': () => 'Write the reason in a few words of your own.',
  'break-glass/switched-off': () => 'This is switched off here.',
}
