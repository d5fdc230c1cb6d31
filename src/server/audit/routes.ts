// HTTP of looking into the audit, which is written down itself.
import { AuditExportQuery, AuditPage, AuditSearchBody } from '#contract/audit'
import { endpoint } from '../platform/endpoint.ts'
import { streamed } from '../platform/streamed.ts'
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
    streamed({
      url: '/api/staff/audit/export',
      action: 'audit.export',
      query: AuditExportQuery,
      type: 'text/csv; charset=utf-8',
      fileName: 'audit.csv',
      perMinute: 10,
      check: (query) => void searchOf(query),
      pieces: ({ caller, query }) => service.table(caller.organisationId, query),
    }),
  ]
}
