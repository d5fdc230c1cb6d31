// A process that sends what is due until it is killed: by SMTP, and by the webhook or SMPP, at the addresses that are given to it, with a
// clock that is so many milliseconds ahead. Says `sending` once it begins, and `done` when nothing is due.
import { randomBytes } from 'node:crypto'
import { openChannels } from '../../src/server/integrations/channels/open.ts'
import { openSender } from '../../src/server/notifications/sender.ts'
import { openDatabase } from '../../src/server/platform/db.ts'
import { openLog } from '../../src/server/platform/log.ts'
import { openSeal } from '../../src/server/platform/seal.ts'
import { SMPP } from './smpp-server.ts'

const [databaseUrl = '', smtpUrl = '', smsUrl = '', secret = '', ahead = '0'] = process.argv.slice(2)
const database = openDatabase(databaseUrl, () => {}, 5)
const channels = openChannels({
  email: { by: 'smtp', url: smtpUrl, from: 'Harbour Health <video@harbour.example>' },
  sms: smsUrl.startsWith('smpp:') ? { by: 'smpp', url: smsUrl, ...SMPP } : { by: 'webhook', url: smsUrl, secret },
})
const now = () => new Date(Date.now() + Number(ahead))
const sendDue = openSender({
  ...{ db: database.db, channels, seal: openSeal(randomBytes(32)), now, log: openLog('silent') },
  publicUrl: () => 'http://localhost:3000',
})
process.stdout.write('sending\n')
await sendDue()
process.stdout.write('done\n')
for (const channel of Object.values(channels)) channel.close()
await database.close()
