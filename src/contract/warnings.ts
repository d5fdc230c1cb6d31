// What somebody should look at on a server that runs: told to administrators with the facts, and to whoever watches
// readiness by kind alone.
import { type Static, Type } from 'typebox'
import { OneOf } from './plan.ts'
import { Nullable } from './shapes.ts'

/** Kinds that may hold while the server is ready. */
export const WHILE_READY = ['clock', 'disk', 'timers', 'heads', 'backup'] as const
export type WarningWhileReady = (typeof WHILE_READY)[number]

const kind = <const K extends string>(name: K) => ({ kind: Type.Literal(name) })

export const Warning = Type.Union([
  /** Another process may use the database. */
  Type.Object(kind('claim')),
  /** No event is heard, so no page learns of an arrival. */
  Type.Object(kind('events')),
  Type.Object(kind('storing')),
  Type.Object({ ...kind('disk'), freeMegabytes: Type.Integer() }),
  /** By how much the server's clock is ahead of the database's. 0: they agree, and one was set lately. */
  Type.Object({ ...kind('clock'), aheadSeconds: Type.Integer() }),
  Type.Object({ ...kind('timers'), names: Type.Array(Type.String()) }),
  /** Who could not be given the end of the audit's chain when it was last tried. */
  Type.Object({ ...kind('heads'), keepers: Type.Array(OneOf(['file', 'webhook'])) }),
  /** Whole days since the last backup; null: there was none. */
  Type.Object({ ...kind('backup'), days: Nullable(Type.Integer()), most: Type.Integer() }),
  /**
   * People type https, and this request came as http, because the proxy (`peer`) does not say otherwise or is not believed.
   */
  Type.Object({ ...kind('proxy'), fault: OneOf(['not-told', 'not-believed']), peer: Type.String() }),
])
export type Warning = Static<typeof Warning>

export const WarningsView = Type.Object({
  /** The most urgent first. */
  warnings: Type.Array(Warning),
})
export type WarningsView = Static<typeof WarningsView>
