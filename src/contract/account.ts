// One's own name, e-mail address and password.
import { Type } from 'typebox'
import { Email, LinkBody } from './people-admin.ts'
import { Filled, Nullable, Password } from './shapes.ts'

export const AccountView = Type.Object({
  name: Type.String(),
  title: Type.String(),
  email: Type.String(),
  /** An address that was asked for and is not confirmed yet. */
  nextEmail: Nullable(Type.String()),
  /** Of the sample clinic: address and password stay. */
  sample: Type.Boolean(),
  /** Whether letters leave this server; else an administrator finds the link in the outbox. */
  sends: Type.Boolean(),
})
export type AccountView = Type.Static<typeof AccountView>

export const OwnNameBody = Type.Object({ name: Filled(80) })

/** The password is the one they have: whoever finds a page open changes nothing. */
export const OwnEmailBody = Type.Object({ email: Email, password: Password })
export const OwnPasswordBody = Type.Object({ password: Password, next: Password })

export const ConfirmEmailBody = LinkBody
