// Words of a locked page. Staff read them, and whoever else stands before the screen: they name no patient.
import { typed } from '../typed.ts'
export const words = {
  title: 'This page is locked',
  lead: (name: string) => `${typed(name)} is signed in here. Everything typed is still there.`,
  leadUnknown: 'Everything typed is still there.',
  inCall: 'The call goes on. Picture and sound reach both sides as before.',
  password: 'Password',
  missing: 'Type your password',
  unlock: 'Unlock',
  unlocking: 'Unlocking',
  refused: 'Not unlocked',
  tooMany: 'Wait a little',
  again: 'Sign in another way',
  againHint: 'It opens beside this page. Once you are signed in there, this page goes on.',
  signOut: 'Sign out',
  signingOut: 'Signing out',
  notYou: (name: string) => `You are not ${typed(name)}?`,
  lockNow: 'Lock',
  lockNowLong: 'Lock this page; the call goes on',
  /** In the place of the patient's name. */
  patient: 'Patient',
}
