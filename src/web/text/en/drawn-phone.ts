// Words of a message that is shown as a phone would show it.

export const words = {
  label: { sms: 'The text message as a phone shows it', email: 'The e-mail as a phone shows it' },
}
