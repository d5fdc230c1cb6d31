// What is read where somebody's visit is open in this browser, or over, before it is known who reads.
export const words = {
  tab: 'Who is here?',
  title: 'Who is here?',
  open: (name: string) => `${name} has a place here.`,
  over: (name: string) => `${name} was here before.`,
  carryOn: (name: string) => `Carry on as ${name}`,
  somebodyElse: 'I am somebody else',
  forgetting: 'Please wait…',
  ends: (name: string) => `If you are somebody else, ${name} loses this place.`,
}
