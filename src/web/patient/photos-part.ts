// Photos of a patient, joined to the browser. Fetched once the waiting screen is shown.
import type { FileList, FileView } from '#contract/file'
import { newId } from '../kit/ids.ts'
import { later } from '../kit/later.ts'
import { call } from '../net/api.ts'
import { upload } from '../net/upload.ts'
import { createPhotos, type PhotosModel } from './photos/photos-model.ts'

export { Photos } from './photos/photos.tsx'

export const openPhotos = (visitId: string): PhotosModel =>
  createPhotos({
    list: () => call<FileList>('GET', '/api/patient/files', undefined, { visitId }),
    send: (id, file, progress) => upload<FileView>(`/api/patient/files/${id}`, file, { visitId }, progress),
    preview: (file) => URL.createObjectURL(file),
    forgetPreview: (preview) => URL.revokeObjectURL(preview),
    newId,
    later,
  })
