// Photos that patients send, before the day of their appointment or during their visit. Each is written anew, encrypted by a key of its own, and kept once however
// often it is sent: its sender made its id.
import { randomBytes } from 'node:crypto'
import type { FileList, FileView } from '#contract/file'
import { openingOf } from '#domain/appointment'
import { FILES_MOST } from '#domain/file'
import { Problem } from '#domain/problem'
import type { Deps } from '../deps.ts'
import { setAuditSubject } from '../platform/audit/context.ts'
import type { Tx } from '../platform/db.ts'
import { type Event, publish } from '../platform/events.ts'
import { closeBytes, KEY_BYTES, openBytes } from '../platform/seal.ts'
import { fingerprint } from '../platform/secrets.ts'
import { openPictures } from './picture.ts'
import * as store from './store.ts'

export interface FileService {
  list(owner: store.Owner): Promise<FileList>
  /** Throws `file/not-a-picture`, `file/heic`, `file/too-many`, `visit/already-ended`, `invitation/over`. */
  take(owner: store.Owner, fileId: string, bytes: Buffer): Promise<FileView>
  /** The photo itself. Throws `file/not-found`. */
  read(owner: store.Owner, fileId: string): Promise<Buffer>
  /** Removes what lies in the store and belongs to nothing any more. Throws where the files are another database's. */
  sweep(): Promise<void>
}

export function openFileService({ db, now, seal, secret, files }: Deps): FileService {
  const owner = fingerprint(`files ${secret}`)
  const rewrite = openPictures()
  let unknownBefore: ReadonlySet<string> = new Set()
  /** How many photos of a visit or an appointment are being taken. */
  const begun = new Map<string, number>()

  /** What is kept under the id already, if it is theirs. An id of somebody else's file is no id of this sender's. */
  const again = (owner: store.Owner, row: store.FileRow | null): FileView | null => {
    const theirs = 'visitId' in owner ? row?.visitId === owner.visitId : row?.appointmentId === owner.appointmentId
    if (row && !theirs) throw new Problem('request/invalid')
    return row && viewOf(row)
  }

  /** Still theirs to send to, until the transaction ends; gives what is told of it. */
  async function lock(tx: Tx, owner: store.Owner): Promise<Event> {
    if ('visitId' in owner) {
      const visit = await store.lockVisit(tx, owner.visitId)
      if (!visit) throw new Problem('visit/not-found')
      if (visit.status === 'ended') throw new Problem('visit/already-ended')
      return { kind: 'visit', visitId: owner.visitId, areaId: visit.areaId, places: false }
    }
    const appointment = await store.lockAppointment(tx, owner.appointmentId)
    if (!appointment) throw new Problem('appointment/not-found')
    const opening = openingOf(appointment, false, now())
    // Who has come sends them from the waiting screen.
    if (opening !== 'early' && opening !== 'open') throw new Problem('invitation/over')
    return { kind: 'appointments', areaId: appointment.areaId }
  }

  return {
    list: async (owner) => ({ files: (await store.filesOf(db, owner)).map(viewOf) }),
    async take(owner, fileId, bytes) {
      const whose = 'visitId' in owner ? owner.visitId : owner.appointmentId
      setAuditSubject('file', fileId)
      const before = again(owner, await store.fileById(db, fileId))
      if (before) return before
      if ((await store.filesOf(db, owner)).length >= FILES_MOST) throw new Problem('file/too-many')
      // Pictures are written anew one after the other: nobody fills the line for everybody.
      const mine = begun.get(whose) ?? 0
      if (mine >= FILES_MOST) throw new Problem('file/too-many')
      begun.set(whose, mine + 1)
      const picture = await rewrite(bytes).finally(() => {
        const left = (begun.get(whose) ?? 1) - 1
        if (left > 0) begun.set(whose, left)
        else begun.delete(whose)
      })
      const key = randomBytes(KEY_BYTES)
      const closed = closeBytes(key, picture.bytes)
      return db.transaction(async (tx) => {
        const event = await lock(tx, owner)
        const meanwhile = again(owner, await store.fileById(tx, fileId))
        if (meanwhile) return meanwhile
        if ((await store.filesOf(tx, owner)).length >= FILES_MOST) throw new Problem('file/too-many')
        const { width, height } = picture
        const row = {
          id: fileId,
          visitId: 'visitId' in owner ? owner.visitId : null,
          appointmentId: 'visitId' in owner ? null : owner.appointmentId,
          receivedAt: now(),
          width,
          height,
          sealedKey: seal.close(key.toString('base64')),
        }
        await store.insertFile(tx, row)
        await publish(tx, event)
        // Before the commit: no row stands for a photo that is not there.
        await files.put(fileId, closed)
        return viewOf(row)
      })
    },
    async read(owner, fileId) {
      setAuditSubject('file', fileId)
      const row = await store.fileOf(db, owner, fileId)
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
