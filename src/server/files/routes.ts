// HTTP of photos that patients send.
import { FileList, FileParams, FileView, VisitFileParams } from '#contract/file'
import { VisitParams } from '#contract/visit'
import { FILE_MOST_BYTES } from '#domain/file'
import { endpoint } from '../platform/endpoint.ts'
import { FILE } from '../platform/file-reply.ts'
import type { FileService } from './service.ts'

/** Only looked at, wherever it is opened: it may run nothing, load nothing and lie in no cache. */
const INERT = {
  'content-disposition': 'inline; filename="photo.jpg"',
  'content-security-policy': "sandbox; default-src 'none'",
  'cache-control': 'private, no-store',
}

export function fileRoutes(files: FileService) {
  return [
    endpoint({
      method: 'GET',
      url: '/api/patient/files',
      surface: 'patient',
      action: 'file.send-own',
      reply: FileList,
      handle: ({ caller }) => files.list(caller.visitId),
    }),
    endpoint({
      method: 'POST',
      url: '/api/patient/files/:fileId',
      surface: 'patient',
      action: 'file.send-own',
      params: FileParams,
      wholeFile: { mostBytes: FILE_MOST_BYTES },
      reply: FileView,
      perMinute: 60,
      handle: ({ caller, params, body }) =>
        files.take(caller.visitId, params.fileId, Buffer.isBuffer(body) ? body : Buffer.alloc(0)),
    }),
    endpoint({
      method: 'GET',
      url: '/api/staff/visits/:visitId/files',
      surface: 'staff',
      action: 'file.read',
      params: VisitParams,
      reply: FileList,
      about: ({ params }) => ({ visitId: params.visitId }),
      handle: ({ params }) => files.list(params.visitId),
    }),
    endpoint({
      method: 'GET',
      url: '/api/staff/visits/:visitId/files/:fileId',
      surface: 'staff',
      action: 'file.read',
      params: VisitFileParams,
      reply: FILE,
      about: ({ params }) => ({ visitId: params.visitId }),
      handle: async ({ params }) => ({
        type: 'image/jpeg',
        headers: INERT,
        content: await files.read(params.visitId, params.fileId),
      }),
    }),
  ]
}
