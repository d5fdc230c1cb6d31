// The port to whatever helps two pages find a path: STUN and TURN servers, with credentials that end by themselves.
import type { CallTicket } from '#contract/call'

export interface IceSource {
  /** Servers for one person's part in one call. `holder` names the credential (an id, never a person). */
  servers(holder: string, now: Date): CallTicket['iceServers']
  /** The relays alone, for somebody nobody knows yet: their credential ends after `lifetimeSeconds`. */
  relays(holder: string, now: Date, lifetimeSeconds: number): CallTicket['iceServers']
  readonly policy: CallTicket['iceTransportPolicy']
}
