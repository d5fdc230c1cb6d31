// What is said about photos that patients send. The photo itself goes as mere bytes.
import { Type } from 'typebox'
import { Id, Instant } from './shapes.ts'

export const FileView = Type.Object({
  id: Id,
  receivedAt: Instant,
  width: Type.Integer(),
  height: Type.Integer(),
})
export type FileView = Type.Static<typeof FileView>

export const FileList = Type.Object({ files: Type.Array(FileView) })
export type FileList = Type.Static<typeof FileList>

export const FileParams = Type.Object({ fileId: Id })
export const AppointmentFileParams = Type.Object({ areaId: Id, appointmentId: Id, fileId: Id })
export const VisitFileParams = Type.Object({ visitId: Id, fileId: Id })
