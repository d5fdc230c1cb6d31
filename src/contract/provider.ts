// What is said about signing in by an identity provider: by people who do, by the provider itself, and by administrators
// who say what its groups come to.
import { Type } from 'typebox'
import { Me } from './people.ts'
import { RoleName } from './role.ts'
import { Id, Nullable, Verbatim } from './shapes.ts'

/** What the sign-in page offers. */
export const SignInWays = Type.Object({
  provider: Nullable(Type.Object({ name: Type.String() })),
  /** False: nobody here signs in with a password. */
  passwords: Type.Boolean(),
})
export type SignInWays = Type.Static<typeof SignInWays>

/** `beside`: in a second tab, while something typed waits in the first. `anew`: as somebody else, perhaps. */
export const ProviderStartBody = Type.Object({ beside: Type.Boolean(), anew: Type.Boolean() })
/** Where the browser goes next. */
export const ProviderStart = Type.Object({ url: Type.String() })
export type ProviderStart = Type.Static<typeof ProviderStart>

/** With what the provider sent the browser back: all after the `?`. */
export const ProviderFinishBody = Type.Object({ search: Verbatim({ minLength: 1, maxLength: 8192 }) })
export const ProviderFinish = Type.Object({ me: Me, beside: Type.Boolean() })
export type ProviderFinish = Type.Static<typeof ProviderFinish>

/** As the standard of back-channel logout names it. */
export const LogoutTokenBody = Type.Object({ logout_token: Verbatim({ minLength: 1, maxLength: 16_384 }) })

/** `url`: the provider's own way out; null: there is nowhere else to go. */
export const SignedOut = Type.Object({ done: Type.Literal(true), url: Nullable(Type.String()) })
export type SignedOut = Type.Static<typeof SignedOut>

/** What a group makes its members: a role for the organisation, or one in a service. */
export const GroupRule = Type.Object({
  /** As the provider tells it, to the letter. */
  group: Verbatim({ minLength: 1, maxLength: 200, pattern: '\\S' }),
  /** Null: for the whole organisation. */
  serviceId: Nullable(Id),
  role: RoleName,
})
export type GroupRule = Type.Static<typeof GroupRule>

export const GroupRulesBody = Type.Object({ rules: Type.Array(GroupRule, { maxItems: 500 }) })
export const ProviderOnlyBody = Type.Object({ only: Type.Boolean() })

export const SignInSettings = Type.Object({
  /** Null: none is set up, and then nothing else here counts. */
  provider: Nullable(
    Type.Object({
      name: Type.String(),
      issuer: Type.String(),
      tellsGroups: Type.Boolean(),
      /** What the provider must be told about us. */
      redirectUri: Type.String(),
      logoutUri: Type.String(),
      afterLogoutUri: Type.String(),
    }),
  ),
  only: Type.Boolean(),
  /** Whether the reader came by the provider a moment ago, and so may close the other ways. */
  mayClose: Type.Boolean(),
  rules: Type.Array(GroupRule),
  services: Type.Array(Type.Object({ id: Id, name: Type.String() })),
})
export type SignInSettings = Type.Static<typeof SignInSettings>
