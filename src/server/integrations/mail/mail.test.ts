import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openMailbox } from '../../../../test/mail/mailbox.ts'
import { startSmtp, type TestSmtp } from '../../../../test/mail/smtp-server.ts'
import { keptHere } from './kept-here.ts'
import type { Letter, Mail } from './port.ts'
import { openSmtp } from './smtp.ts'

const FROM = 'Harbour Health <video@harbour.example>'
const letter = (change: Partial<Letter> = {}): Letter => ({
  id: randomUUID(),
  to: 'priya@harbour.example',
  subject: 'Your sign-in at Hälsocentralen',
  text: `Dear Zoë,\n\nhttp://localhost:3000/staff/invitation#${'x'.repeat(90)}\n\nŁódź.`,
  ...change,
})

interface Read {
  readonly to: string
  readonly subject: string
  readonly text: string
}

let smtp: TestSmtp
beforeAll(async () => {
  smtp = await startSmtp({ refused: 'nobody@harbour.example', full: 'full@harbour.example' })
})
afterAll(() => smtp.close())

const posts = [
  {
    name: 'over SMTP',
    open: (): { mail: Mail; read: () => Read[] } => ({
      mail: openSmtp({ url: smtp.url, from: FROM }),
      read: () =>
        smtp.letters.map(({ to, header, text }) => ({ to: to.join(), subject: header('subject') ?? '', text })),
    }),
  },
  {
    name: 'of paper',
    open: (): { mail: Mail; read: () => Read[] } => {
      const mailbox = openMailbox()
      return { mail: mailbox, read: () => mailbox.arrived.map(({ to, subject, text }) => ({ to, subject, text })) }
    },
  },
]

describe.each(posts)('[OB2] a post $name', ({ open }) => {
  test('delivers what was written, in any script, with its link unbroken', async () => {
    const { mail, read } = open()
    const sent = letter()
    expect(await mail.deliver(sent)).toEqual({ kind: 'sent' })
    expect(read().at(-1)).toEqual({ to: sent.to, subject: sent.subject, text: sent.text })
    mail.close()
  })

  test('makes no second line or receiver of what somebody typed', async () => {
    const { mail, read } = open()
    const before = read().length
    await mail.deliver(letter({ subject: 'Hello\r\nBcc: all@harbour.example' }))
    expect(read().slice(before)).toEqual([
      expect.objectContaining({ to: 'priya@harbour.example', subject: 'Hello Bcc: all@harbour.example' }),
    ])
    mail.close()
  })

  test('says that an address which is none will never be one', async () => {
    const { mail } = open()
    expect(await mail.deliver(letter({ to: 'not an address' }))).toMatchObject({ kind: 'failed', lasting: true })
    mail.close()
  })
})

describe('[OB2] a mail server', () => {
  const over = async (url: string, change?: Partial<Letter>) => {
    const mail = openSmtp({ url, from: FROM })
    const delivery = await mail.deliver(letter(change))
    mail.close()
    return delivery
  }

  test('gets the sender, the same number at each try, and that nobody needs to answer', async () => {
    const sent = letter()
    const mail = openSmtp({ url: smtp.url, from: FROM })
    await mail.deliver(sent)
    const got = smtp.letters.at(-1)
    expect(got?.from).toBe('video@harbour.example')
    expect(got?.header('from')).toBe(FROM)
    expect(got?.header('message-id')).toBe(`<${sent.id}@harbour.example>`)
    expect(got?.header('auto-submitted')).toBe('auto-generated')
    mail.close()
  })

  test('that knows no such person ends it; one that is full, refuses the password or is away is tried again', async () => {
    expect(await over(smtp.url, { to: 'nobody@harbour.example' })).toMatchObject({ kind: 'failed', lasting: true })
    expect(await over(smtp.url, { to: 'full@harbour.example' })).toMatchObject({ kind: 'failed', lasting: false })
    const wrong = await over(`smtp://bedside:guess@127.0.0.1:${smtp.port}`)
    expect(wrong).toMatchObject({ kind: 'failed', lasting: false, fault: 'EAUTH 535' })
    expect(await over('smtp://127.0.0.1:9')).toMatchObject({ kind: 'failed', lasting: false })
  })

  test('elsewhere gets nothing over an open line', async () => {
    // Not this machine's name, so that it counts as elsewhere; it resolves to it all the same.
    const url = `smtp://bedside:x@0.0.0.0:${smtp.port}`
    expect(await over(url)).toMatchObject({ kind: 'failed', fault: expect.stringContaining('ETLS') })
  })

  test('is never told of in the words it used', async () => {
    const delivery = await over(smtp.url, { to: 'nobody@harbour.example' })
    expect(JSON.stringify(delivery)).not.toMatch(/no such person|nobody@/)
  })
})

test('[OB1] without a mail server a letter stays', async () => {
  expect(keptHere.sends).toBe(false)
  expect(await keptHere.deliver(letter())).toEqual({ kind: 'kept' })
})
