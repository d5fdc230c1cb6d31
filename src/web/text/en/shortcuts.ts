// Words of the list of keys.
export const words = {
  title: 'Keys',
  typing: 'On a Mac, Alt is the Option key. None of them works while you type.',
  groups: [
    {
      title: 'On Today',
      keys: { next: 'Confirm and join whoever is next', queue: 'Go to the queue', list: 'Show this list' },
    },
    {
      title: 'In a call',
      keys: {
        sound: 'Your sound off or on',
        picture: 'Your camera off or on',
        hold: 'Hold, or resume',
        note: 'Write the note',
        checklist: 'Open the checklist',
        messages: 'Write a message',
        end: 'End',
      },
    },
  ],
}
