// Photos that patients send during their visit. Each is written anew, encrypted by a key of its own, and kept once however
// often it is sent: its sender made its id.
import { randomBytes } from 'node:crypto'
import type { FileList, FileView } from '#contract/file'
import { FILES_MOST } from '#domain/file'
import { Problem } from '#domain/problem'
import type { Deps } from '../deps.ts'
import { setAuditSubject } from '../platform/audit/context.ts'
import { publish } from '../platform/events.ts'
import { closeBytes, KEY_BYTES, openBytes } from '../platform/seal.ts'
import { fingerprint } from '../platform/secrets.ts'
import { openPictures } from './picture.ts'
import * as store from './store.ts'

export interface FileService {
  list(visitId: string): Promise<FileList>
  /** Throws `file/not-a-picture`, `file/heic`, `file/too-many`, `visit/already-ended`. */
  take(visitId: string, fileId: string, bytes: Buffer): Promise<FileView>
  /** The photo itself. Throws `file/not-found`. */
  read(visitId: string, fileId: string): Promise<Buffer>
  /** Removes what lies in the store and belongs to nothing any more. Throws where the files are another database's. */
  sweep(): Promise<void>
}

export function openFileService({ db, now, seal, secret, files }: Deps): FileService {
  const owner = fingerprint(`files ${secret}`)
  const rewrite = openPictures()
  let unknownBefore: ReadonlySet<string> = new Set()
  /** How many photos of a visit are being taken. */
  const begun = new Map<string, number>()

  /** What is kept under the id already, if it is theirs. An id of somebody else's file is no id of this sender's. */
  const again = (visitId: string, row: store.FileRow | null): FileView | null => {
    if (row && row.visitId !== visitId) throw new Problem('request/invalid')
    return row && viewOf(row)
  }

  return {
    list: async (visitId) => ({ files: (await store.filesOf(db, visitId)).map(viewOf) }),
    async take(visitId, fileId, bytes) {
      setAuditSubject('file', fileId)
      const before = again(visitId, await store.fileById(db, fileId))
      if (before) return before
      if ((await store.filesOf(db, visitId)).length >= FILES_MOST) throw new Problem('file/too-many')
      // Pictures are written anew one after the other: nobody fills the line for everybody.
      const mine = begun.get(visitId) ?? 0
      if (mine >= FILES_MOST) throw new Problem('file/too-many')
      begun.set(visitId, mine + 1)
      const picture = await rewrite(bytes).finally(() => {
        const left = (begun.get(visitId) ?? 1) - 1
        if (left > 0) begun.set(visitId, left)
        else begun.delete(visitId)
      })
      const key = randomBytes(KEY_BYTES)
      const closed = closeBytes(key, picture.bytes)
      return db.transaction(async (tx) => {
        const visit = await store.lockVisit(tx, visitId)
        if (!visit) throw new Problem('visit/not-found')
        if (visit.status === 'ended') throw new Problem('visit/already-ended')
        const meanwhile = again(visitId, await store.fileById(tx, fileId))
        if (meanwhile) return meanwhile
        if ((await store.filesOf(tx, visitId)).length >= FILES_MOST) throw new Problem('file/too-many')
        const { width, height } = picture
        const row = {
          id: fileId,
          visitId,
          receivedAt: now(),
          width,
          height,
          sealedKey: seal.close(key.toString('base64')),
        }
        await store.insertFile(tx, row)
        await publish(tx, { kind: 'visit', visitId, areaId: visit.areaId, places: false })
        // Before the commit: no row stands for a photo that is not there.
        await files.put(fileId, closed)
        return viewOf(row)
      })
    },
    async read(visitId, fileId) {
      setAuditSubject('file', fileId)
      const row = await store.fileOf(db, visitId, fileId)
      const key = row && seal.open(row.sealedKey)
      const closed = key && (await files.get(fileId))
      const bytes = closed && openBytes(Buffer.from(key, 'base64'), closed)
      if (!bytes) throw new Problem('file/not-found')
      return bytes
    },
    async sweep() {
      if (!(await files.claim(owner)))
        throw new Error('the folder of files belongs to another database: nothing is removed')
      // One that is just being taken has no row yet: what had none a round ago as well belongs to nothing.
      const unknown = await store.unknownOf(db, await files.ids())
      for (const id of unknown) if (unknownBefore.has(id)) await files.remove(id)
      unknownBefore = new Set(unknown)
    },
  }
}

const viewOf = ({ id, receivedAt, width, height }: store.FileRow): FileView => ({
  id,
  receivedAt: receivedAt.getTime(),
  width,
  height,
})
