// HTTP of photos that patients send. Behind a personal link its secret comes in the head of the request: the photo is the body.
import { AppointmentParams, OpenedBody } from '#contract/appointment'
import { AppointmentFileParams, FileList, FileParams, FileView, VisitFileParams } from '#contract/file'
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

/** The secret of a personal link. */
const LINK_HEADER = 'x-bedside-link'

const bytesOf = (body: unknown): Buffer => (Buffer.isBuffer(body) ? body : Buffer.alloc(0))

const ONE = '/api/staff/areas/:areaId/appointments/:appointmentId/files'

/** `opened`: the appointment of a personal link that this device has opened; throws `invitation/not-opened`. */
export function fileRoutes(
  files: FileService,
  opened: (secret: string, cookies: { get(name: string): string | undefined }) => Promise<string>,
) {
  return [
    endpoint({
      method: 'GET',
      url: '/api/patient/files',
      surface: 'patient',
      action: 'file.send-own',
      reply: FileList,
      handle: ({ caller }) => files.list({ visitId: caller.visitId }),
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
      handle: ({ caller, params, body }) => files.take({ visitId: caller.visitId }, params.fileId, bytesOf(body)),
    }),
    endpoint({
      method: 'POST',
      url: '/api/open/invitation/files',
      surface: 'open',
      action: 'invitation.send-file',
      body: OpenedBody,
      reply: FileList,
      perMinute: 60,
      handle: async ({ body, cookies }) => files.list({ appointmentId: await opened(body.secret, cookies) }),
    }),
    endpoint({
      method: 'POST',
      url: '/api/open/invitation/files/:fileId',
      surface: 'open',
      action: 'invitation.send-file',
      params: FileParams,
      wholeFile: { mostBytes: FILE_MOST_BYTES },
      reply: FileView,
      perMinute: 60,
      handle: async ({ params, body, cookies, header }) =>
        files.take({ appointmentId: await opened(header(LINK_HEADER) ?? '', cookies) }, params.fileId, bytesOf(body)),
    }),
    endpoint({
      method: 'GET',
      url: ONE,
      surface: 'staff',
      action: 'file.read',
      params: AppointmentParams,
      reply: FileList,
      about: ({ params }) => ({ areaId: params.areaId }),
      handle: ({ params }) => files.list(params),
    }),
    endpoint({
      method: 'GET',
      url: `${ONE}/:fileId`,
      surface: 'staff',
      action: 'file.read',
      params: AppointmentFileParams,
      reply: FILE,
      about: ({ params }) => ({ areaId: params.areaId }),
      handle: async ({ params }) => ({
        type: 'image/jpeg',
        headers: INERT,
        content: await files.read(params, params.fileId),
      }),
    }),
    endpoint({
      method: 'GET',
      url: '/api/staff/visits/:visitId/files',
      surface: 'staff',
      action: 'file.read',
      params: VisitParams,
      reply: FileList,
      about: ({ params }) => ({ visitId: params.visitId }),
      handle: ({ params }) => files.list({ visitId: params.visitId }),
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
        content: await files.read({ visitId: params.visitId }, params.fileId),
      }),
    }),
  ]
}
