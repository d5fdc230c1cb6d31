// Words of the dialog in which somebody confirms that it is they who sit here.
import { typed } from '../typed.ts'

export const words = {
  title: 'Confirm that it is you',
  lead: 'This changes how somebody signs in, or what you can see. Afterwards it goes on by itself. Everything typed stays.',
  password: 'Password',
  missing: { password: 'Type your password', authenticator: 'Type the six digits that your app shows' },
  wrong: {
    password: 'The password is not right. Type it again.',
    authenticator: 'This code is not right. Wait for the next one in the app, and type that.',
  },
  submit: 'Confirm',
  sending: 'Looking',
  cancel: 'Do not go on',
  refusedTitle: 'Not confirmed',
  tooManyTitle: 'Too many tries',
  instead: { password: 'Use my password', authenticator: 'Use the code of my app' },
  passkey: 'Use a passkey',
  provider: (name: string) => `Sign in again with ${typed(name)}`,
  providerUnnamed: 'Sign in again with your organisation’s sign-in',
  beside: 'It opens in a new tab. Then come back to this one.',
  none: 'Nothing is left to confirm it with. Ask your administrator to reset how you sign in.',
}
