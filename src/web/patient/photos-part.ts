// Photos of a patient, joined to the browser. Fetched once the waiting screen is shown, or with the page on which somebody
// gets ready before the day.
import type { FileList, FileView } from '#contract/file'
import { newId } from '../kit/ids.ts'
import { later } from '../kit/later.ts'
import { call } from '../net/api.ts'
import { upload } from '../net/upload.ts'
import { createPhotos, type PhotosModel } from './photos/photos-model.ts'

export { Photos } from './photos/photos.tsx'

const browser = {
  preview: (file: Blob) => URL.createObjectURL(file),
  forgetPreview: (preview: string) => URL.revokeObjectURL(preview),
  newId,
  later,
}

export const openPhotos = (visitId: string): PhotosModel =>
  createPhotos({
    ...browser,
    list: () => call<FileList>('GET', '/api/patient/files', undefined, { visitId }),
    send: (id, file, progress) => upload<FileView>(`/api/patient/files/${id}`, file, { visitId }, progress),
  })

/** Of the appointment behind a personal link. */
export const openInvitedPhotos = (secret: string): PhotosModel =>
  createPhotos({
    ...browser,
    list: () => call<FileList>('POST', '/api/open/invitation/files', { secret }),
    send: (id, file, progress) =>
      upload<FileView>(`/api/open/invitation/files/${id}`, file, { link: secret }, progress),
  })
