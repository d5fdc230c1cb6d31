// HTTP of looking into the audit, which is written down itself.
import { AuditExportQuery, AuditPage, AuditSearchBody } from '#contract/audit'
import { endpoint } from '../platform/endpoint.ts'
import { FILE } from '../platform/file-reply.ts'
import { type AuditService, searchOf } from './service.ts'

export function auditRoutes(service: AuditService) {
  return [
    // What is looked for stands in the body, so that no address holds a name.
    endpoint({
      method: 'POST',
      url: '/api/staff/audit/search',
      surface: 'staff',
      action: 'audit.read',
      body: AuditSearchBody,
      reply: AuditPage,
      handle: ({ caller, body }) => service.search(caller.organisationId, body),
    }),
    endpoint({
      method: 'GET',
      url: '/api/staff/audit/export',
      surface: 'staff',
      action: 'audit.export',
      query: AuditExportQuery,
      reply: FILE,
      perMinute: 10,
      async handle({ caller, query }) {
        // A mistake in it can be answered now, and not once the table is under way.
        searchOf(query)
        return {
          type: 'text/csv; charset=utf-8',
          headers: { 'content-disposition': 'attachment; filename="audit.csv"' },
          content: service.table(caller.organisationId, query),
        }
      },
    }),
  ]
}
