import { expect, test } from 'vitest'
import type { OutboxView } from '#contract/outbox'
import type { Me } from '#contract/people'
import type { PeopleView } from '#contract/people-admin'
import { openBrowser } from '../../../test/browser.ts'
import { startSmtp } from '../../../test/carriers/smtp-server.ts'
import { setUp } from '../../../test/people.ts'
import { serverForThisTest } from '../../../test/server.ts'
import { openSmtp } from '../integrations/channels/smtp.ts'
import { openNotifications } from '../notifications/service.ts'

test('[OB2] [IN1] with a real mail server, an invitation arrives and its link opens the way in', async () => {
  const smtp = await startSmtp()
  const mail = openSmtp({ url: smtp.url, from: 'Harbour Health <video@harbour.example>' })
  const server = await serverForThisTest({ channels: { email: mail } })
  const ada = await setUp(server)
  const body = { name: 'Zoë Åkesson', title: '', organisationRole: null, memberships: [] }
  const email = 'zoe@harbour.example'
  const reply = await ada.call<PeopleView>('POST', '/api/staff/people', { ...body, email })
  expect(reply.body.sends).toBe(true)
  await openNotifications(server.served().deps).sendDue()
  const letter = smtp.letters.at(-1)
  expect(letter?.to).toEqual([email])
  expect(letter?.header('subject')).toBe('Harbour Health: your sign-in for video appointments')
  expect(letter?.text).toContain('Dear Zoë Åkesson,')
  const link = /http:\S+/.exec(letter?.text ?? '')?.[0] ?? ''
  expect(link).toMatch(/^http:\/\/localhost:\d+\/staff\/invitation#[\w-]{43}$/)

  // Nobody else reads it, and nothing of it is left.
  const outbox = (await ada.call<OutboxView>('GET', '/api/staff/outbox')).body
  expect(outbox.messages).toMatchObject([{ to: email, link: null, state: { kind: 'sent' } }])
  const token = link.split('#')[1] ?? ''
  for (const line of server.logLines) expect(line).not.toContain(token)

  const password = 'kettle lemon bridge'
  const joined = await openBrowser(server).call<Me>('POST', '/api/open/link/password', { token, password })
  expect(joined.body).toMatchObject({ email, name: 'Zoë Åkesson' })
  await smtp.close()
})
