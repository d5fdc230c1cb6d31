// The sign-in as the staff entry uses it: by password and second step, or by a passkey.
import type { Me } from '#contract/people'
import { createPasskeySignIn } from './second-step/passkey-sign-in.ts'
import { createSecondStep } from './second-step/second-step-model.ts'
import { createSignIn, type SignInModel } from './sign-in/sign-in-model.ts'
import type { StaffApp } from './staff-app.ts'

/** `onDone` runs after somebody signed in, whichever way. */
export function openSignIn({ apiCall, passkeys, session }: StaffApp, email = '', onDone = () => {}): SignInModel {
  const begin = (me: Me) => {
    session.begin(me)
    onDone()
  }
  return createSignIn(
    {
      async signIn(typed, password) {
        await session.signIn(typed, password)
        onDone()
      },
      passkey: createPasskeySignIn(apiCall, passkeys, begin),
      openSecondStep: (needed, onBeginAgain) =>
        createSecondStep(needed, { apiCall, passkeys, onDone: begin, onBeginAgain }),
    },
    email,
  )
}
