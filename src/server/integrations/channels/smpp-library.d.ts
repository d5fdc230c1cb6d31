// What is used here of smpp, which brings no types of its own.
declare module 'smpp' {
  import type { EventEmitter } from 'node:events'
  import type { Server } from 'node:net'

  export interface Pdu {
    readonly command: string
    readonly command_status: number
    readonly message_id?: string
    readonly system_id?: string
    readonly password?: string
    readonly source_addr?: string
    readonly destination_addr?: string
    readonly esm_class?: number
    readonly data_coding?: number
    readonly registered_delivery?: number
    readonly receipted_message_id?: string
    readonly message_state?: number
    readonly short_message?: { readonly message?: string | Buffer; readonly udh?: readonly Buffer[] }
    response(fields?: Record<string, unknown>): Pdu
  }

  type Answered = (pdu: Pdu) => void
  export interface Session extends EventEmitter {
    /** False where the line is closed: nothing was sent. */
    bind_transceiver(fields: Record<string, unknown>, answered: Answered): boolean
    submit_sm(fields: Record<string, unknown>, answered: Answered): boolean
    deliver_sm(fields: Record<string, unknown>, answered?: Answered): boolean
    unbind(answered?: Answered): boolean
    send(pdu: Pdu): boolean
    close(done?: () => void): void
    destroy(done?: () => void): void
  }

  const smpp: {
    connect(options: { url: string; auto_enquire_link_period: number; servername?: string }): Session
    createServer(listener: (session: Session) => void): Server
  }
  export default smpp
}
