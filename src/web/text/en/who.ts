// What is read where somebody's visit is open in this browser, or over, before it is known who reads.
import { typed } from '../typed.ts'

export const words = {
  tab: 'Who is here?',
  title: 'Who is here?',
  open: (name: string) => `${typed(name)} has a place here.`,
  over: (name: string) => `${typed(name)} was here before.`,
  carryOn: (name: string) => `Carry on as ${typed(name)}`,
  somebodyElse: 'I am somebody else',
  forgetting: 'Please wait…',
  ends: (name: string) => `Are you not ${typed(name)}? Then ${typed(name)} loses this place.`,
}
