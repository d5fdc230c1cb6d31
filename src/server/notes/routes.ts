// HTTP of notes.
import { NoteList, NoteParams, NoteView, SaveNoteBody } from '#contract/note'
import { Done } from '#contract/shapes'
import { endpoint } from '../platform/endpoint.ts'
import type { NoteService } from './service.ts'

export function noteRoutes(service: NoteService) {
  const about = ({ params }: { params: { noteId: string } }) => ({ noteId: params.noteId })
  return [
    endpoint({
      method: 'GET',
      url: '/api/staff/notes',
      surface: 'staff',
      action: 'note.list-own',
      reply: NoteList,
      handle: async ({ caller }) => ({ notes: await service.list(caller.personId) }),
    }),
    endpoint({
      method: 'GET',
      url: '/api/staff/notes/:noteId',
      surface: 'staff',
      action: 'note.read',
      params: NoteParams,
      reply: NoteView,
      about,
      handle: ({ params }) => service.read(params.noteId),
    }),
    endpoint({
      method: 'PUT',
      url: '/api/staff/notes/:noteId',
      surface: 'staff',
      action: 'note.write',
      params: NoteParams,
      body: SaveNoteBody,
      reply: NoteView,
      about,
      handle: ({ params, body }) => service.save(params.noteId, body.text, body.revision),
    }),
    endpoint({
      method: 'POST',
      url: '/api/staff/notes/:noteId/sign',
      surface: 'staff',
      action: 'note.write',
      params: NoteParams,
      reply: NoteView,
      about,
      handle: ({ params }) => service.sign(params.noteId),
    }),
    endpoint({
      method: 'POST',
      url: '/api/staff/notes/:noteId/filed',
      surface: 'staff',
      action: 'note.write',
      params: NoteParams,
      reply: Done,
      about,
      async handle({ params }) {
        await service.filed(params.noteId)
        return { done: true as const }
      },
    }),
  ]
}
