// Which carrier takes e-mails and which text messages, as the operator chose.
import { openNotify } from './notify.ts'
import { type Channel, type Channels, keptHere } from './port.ts'
import { openSmpp } from './smpp.ts'
import { openSmtp } from './smtp.ts'
import { openTwilio } from './twilio.ts'
import { openWebhook } from './webhook.ts'

export type Carrier =
  | ({ readonly by: 'smtp' } & Parameters<typeof openSmtp>[0])
  | ({ readonly by: 'notify' } & Parameters<typeof openNotify>[0])
  | ({ readonly by: 'twilio' } & Parameters<typeof openTwilio>[0])
  | ({ readonly by: 'smpp' } & Parameters<typeof openSmpp>[0])
  | ({ readonly by: 'webhook' } & Parameters<typeof openWebhook>[0])

/** Null: messages of this kind stay in the outbox. */
export interface CarrierSettings {
  readonly email: Carrier | null
  readonly sms: Carrier | null
}

export const openChannels = ({ email, sms }: CarrierSettings): Channels => ({
  email: openCarrier(email),
  sms: openCarrier(sms),
})

function openCarrier(carrier: Carrier | null): Channel {
  switch (carrier?.by) {
    case undefined:
      return keptHere
    case 'smtp':
      return openSmtp(carrier)
    case 'notify':
      return openNotify(carrier)
    case 'twilio':
      return openTwilio(carrier)
    case 'smpp':
      return openSmpp(carrier)
    case 'webhook':
      return openWebhook(carrier)
  }
}
