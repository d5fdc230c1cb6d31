// The way out of automatic e-mails: below each of them, and in its head for mail programs. The address stands sealed in it,
// so it works for as long as the e-mail lies in somebody's mailbox, and names nobody in a log.

import type { OptOutWish } from '#domain/opt-out'
import { Problem } from '#domain/problem'
import type { Deps } from '../deps.ts'
import { setOptOut } from '../platform/opt-outs.ts'
import type { NotificationRow } from './store.ts'

type Way = Pick<Deps, 'seal' | 'publicUrl'>

const sealed = ({ seal }: Pick<Deps, 'seal'>, address: string) => seal.close(JSON.stringify(['opt-out', address]))

export interface WayOut {
  /** Taken by mail programs, with one press and no page. */
  readonly oneClick: string
  /** The text with the line for its reader. */
  readonly text: string
}

/** Null where a message is no e-mail to a patient. */
export function wayOut(
  way: Way,
  row: Pick<NotificationRow, 'channel' | 'appointmentId' | 'recipient'>,
  text: string,
): WayOut | null {
  if (row.channel !== 'email' || row.appointmentId === null) return null
  const token = sealed(way, row.recipient)
  const url = way.publicUrl()
  return {
    oneClick: `${url}/api/open/opt-out/one-click?token=${token}`,
    // Behind the # it reaches no server before somebody presses.
    text: `${text}\n\nTo get no more e-mails like this one, open this page: ${url}/stop#${token}`,
  }
}

/** Throws `request/not-found` for a token that is none of ours. */
export async function followWayOut(deps: Deps, token: string, wish: OptOutWish): Promise<void> {
  const address = addressIn(deps.seal.open(token))
  if (address === null) throw new Problem('request/not-found')
  await setOptOut(deps, 'email', address, wish)
}

/** What else we seal opens here, too, and is no address. */
function addressIn(opened: string | null): string | null {
  if (!opened?.startsWith('["opt-out",')) return null
  const [, address] = JSON.parse(opened) as [string, string]
  return address
}
