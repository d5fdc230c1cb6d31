import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { canReach, unprivilegedAccount } from './account.ts'

describe('the account that the database runs under, when root starts it', () => {
  const root = 'root:x:0:0:root:/root:/bin/bash\n'
  const nobody = 'nobody:x:65534:65533:nobody:/nonexistent:/usr/sbin/nologin\n'
  const postgres = 'postgres:x:101:104:PostgreSQL administrator,,,:/var/lib/postgresql:/bin/bash\n'

  test.each([
    ['postgres where there is one', root + nobody + postgres, { uid: 101, gid: 104 }],
    ['else nobody', root + nobody, { uid: 65534, gid: 65533 }],
    ['else the number of nobody', root, { uid: 65534, gid: 65534 }],
    ['never one that is root under another name', `${root}postgres:x:0:0::/:/bin/sh\n`, { uid: 65534, gid: 65534 }],
  ])('[S8] %s', (_, passwd, account) => {
    expect(unprivilegedAccount(passwd)).toEqual(account)
  })

  test('[S8] a folder below a closed one is out of its reach', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'bedside-reach-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    const inside = join(folder, 'inside')
    await mkdir(inside, { mode: 0o755 })
    const stranger = { uid: 4321, gid: 4321 }
    expect(await canReach(inside, stranger)).toBe(false)
    await chmod(folder, 0o711)
    expect(await canReach(inside, stranger)).toBe(true)
    await chmod(inside, 0o711)
    expect(await canReach(inside, stranger)).toBe(false)
  })
})
