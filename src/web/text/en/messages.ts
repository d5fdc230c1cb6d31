// What stands over a thread of messages of which only the newest are shown; patients and staff read the same.
export const words = {
  showEarlier: 'Show earlier messages',
  loading: 'Getting earlier messages',
  notLoaded: 'That did not work. Try again.',
}
