// One Bedside for one data folder. The lock is a listening socket: the operating system closes it with its process,
// however that ends, so a lock left behind is known by nobody answering. No process number is ever trusted.
import { randomBytes } from 'node:crypto'
import { link, rename, rm, stat } from 'node:fs/promises'
import net from 'node:net'
import { join } from 'node:path'

export interface Lock {
  release(): Promise<void>
}

export type LockAnswer = { readonly lock: Lock } | { readonly heldBy: string }

/** Takes the lock in `folder`, or says which process has it. Throws where the file system knows no sockets or links. */
export async function takeLock(folder: string): Promise<LockAnswer> {
  const path = join(folder, 'lock')
  const server = await listenAt(join(folder, `l${randomBytes(3).toString('hex')}`))
  try {
    // Listens first and is linked to its name after: whoever finds the name finds somebody answering.
    for (;;) {
      if (await publish(server.path, path)) return { lock: { release: () => release(server, path) } }
      const holder = await askAt(path)
      if (holder !== null) {
        await server.close()
        return { heldBy: holder }
      }
      await setAside(path)
    }
  } catch (error) {
    await server.close()
    throw error
  }
}

/** Windows: a pipe's name is taken for exactly as long as its process lives. */
export async function takePipeLock(name: string): Promise<LockAnswer> {
  const path = `\\\\.\\pipe\\${name}`
  try {
    const server = await listenAt(path)
    return { lock: { release: server.close } }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    return { heldBy: (await askAt(path)) ?? '' }
  }
}

interface Listening {
  readonly path: string
  close(): Promise<void>
}

function listenAt(path: string): Promise<Listening> {
  const server = net.createServer((connection) => {
    connection.on('error', () => {})
    connection.end(String(process.pid))
  })
  server.unref()
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, () => resolve({ path, close: () => new Promise((closed) => server.close(() => closed())) }))
  })
}

async function publish(own: string, path: string): Promise<boolean> {
  try {
    await link(own, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

async function release(server: Listening, path: string): Promise<void> {
  const [own, published] = await Promise.all([stat(server.path), stat(path)].map((found) => found.catch(() => null)))
  if (own && published && own.ino === published.ino) await rm(path, { force: true })
  await server.close()
}

/** The answer of whoever listens at `path`; null when nobody does. */
function askAt(path: string): Promise<string | null> {
  return new Promise((resolve, reject) => {
    let answer = ''
    const connection = net.connect(path)
    connection.setEncoding('utf8')
    connection.on('data', (text) => {
      answer += text
    })
    connection.on('end', () => resolve(answer))
    connection.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED' || error.code === 'ENOENT') resolve(null)
      // Its process died while answering.
      else if (error.code === 'ECONNRESET') resolve(null)
      else reject(error)
    })
    // A process that was stopped still accepts, by its kernel's hand, but never answers: it has the lock all the same.
    connection.setTimeout(2000, () => {
      connection.destroy()
      resolve(answer)
    })
  })
}

/** Moves a dead lock out of the way. If another start was faster and it is a live one by now, it is put back. */
async function setAside(path: string): Promise<void> {
  const aside = `${path}.${randomBytes(3).toString('hex')}`
  try {
    await rename(path, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  if ((await askAt(aside)) !== null) await publish(aside, path)
  await rm(aside, { force: true })
}
