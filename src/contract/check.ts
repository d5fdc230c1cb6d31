// What a page asks the server for while it measures its own connection.
import { Type } from 'typebox'
import { IceServer } from './call.ts'
import { Instant } from './shapes.ts'

/** Nobody in between answers so: a hotel's login page in our place is told by it. */
export const CheckPing = Type.Object({ service: Type.Literal('bedside'), at: Instant })
export type CheckPing = Type.Static<typeof CheckPing>

/** The relay, for a loop through it; empty where there is none. */
export const CheckPath = Type.Object({ iceServers: Type.Array(IceServer) })
export type CheckPath = Type.Static<typeof CheckPath>

/** How much the server took, and in what time from the first piece to the last, ms. */
export const CheckUp = Type.Object({ bytes: Type.Integer({ minimum: 0 }), ms: Type.Number({ minimum: 0 }) })
export type CheckUp = Type.Static<typeof CheckUp>
