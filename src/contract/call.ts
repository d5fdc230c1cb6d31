// The call ticket and the signals two pages pass each other. The server relays signals and reads none of them.
import { Type } from 'typebox'
import { Id, Nullable, Verbatim } from './shapes.ts'

export const IceServer = Type.Object({
  urls: Type.Array(Type.String()),
  username: Type.Optional(Type.String()),
  credential: Type.Optional(Type.String()),
})

/** To a call from browser to browser, between two. */
export const PeerTicket = Type.Object({
  visitId: Id,
  callId: Id,
  engine: Type.Literal('peer'),
  /** Who this page is in the call. */
  participantId: Id,
  /** The other one. */
  remoteId: Id,
  /** The side that yields when two offers cross (perfect negotiation): always the patient. */
  polite: Type.Boolean(),
  iceServers: Type.Array(IceServer),
  iceTransportPolicy: Type.Union([Type.Literal('all'), Type.Literal('relay')]),
})
export type PeerTicket = Type.Static<typeof PeerTicket>

/** What a page needs to take part in a call. The server chooses the engine; screens do not look at it. */
export const CallTicket = Type.Union([PeerTicket])
export type CallTicket = Type.Static<typeof CallTicket>

const Description = Type.Object({
  type: Type.Union([Type.Literal('offer'), Type.Literal('answer'), Type.Literal('rollback')]),
  /** A session description is 2 to 8 kB; 64 kB is far beyond any that is honest. */
  sdp: Verbatim({ maxLength: 65_536 }),
  /** Of an answer: the origin (`o=`, RFC 8866 5.2) of the offer that it answers, which differs from offer to offer. */
  answers: Type.Optional(Verbatim({ maxLength: 256 })),
})

const Candidate = Type.Object({
  candidate: Verbatim({ maxLength: 1024 }),
  sdpMid: Type.Optional(Nullable(Verbatim({ maxLength: 64 }))),
  sdpMLineIndex: Type.Optional(Type.Union([Type.Integer(), Type.Null()])),
  usernameFragment: Type.Optional(Nullable(Verbatim({ maxLength: 256 }))),
})

export const SignalPayload = Type.Union([
  Type.Object({ description: Description }),
  Type.Object({ candidate: Type.Union([Candidate, Type.Null()]) }),
])
export type SignalPayload = Type.Static<typeof SignalPayload>
