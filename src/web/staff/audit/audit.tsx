// The audit page: what to look for above, what was found below, as a table that becomes a list where it is narrow.
import { useEffect } from 'preact/hooks'
import { words } from '#text/audit'
import { words as problems } from '#text/problems'
import { useStore } from '../../kit/store.ts'
import { Button } from '../../ui/button/button.tsx'
import { Notice } from '../../ui/notice/notice.tsx'
import { Spinner } from '../../ui/spinner/spinner.tsx'
import type { AuditModel, Found } from './audit-model.ts'
import type { OpeningsModel } from './openings-model.ts'
import { AuditForm } from './parts/audit-form.tsx'
import { AuditTable } from './parts/audit-table.tsx'
import { Openings } from './parts/openings.tsx'
import './audit.scss'

export function Audit({ model, openings }: { model: AuditModel; openings: OpeningsModel }) {
  const { typed, fault, found } = useStore(model.state)
  useEffect(() => void model.search(), [model])
  return (
    <div class="work-page audit">
      <h1>{words.title}</h1>
      <p class="soft audit-lead">{words.lead}</p>
      <Openings model={openings} />
      <AuditForm model={model} typed={typed} fault={fault} busy={found.kind === 'loading'} />
      <p class="visually-hidden" role="status">
        {found.kind === 'found' && countOf(found)}
      </p>
      <Result model={model} found={found} />
    </div>
  )
}

function countOf({ lines, page, older }: Extract<Found, { kind: 'found' }>): string {
  if (lines.length === 0) return words.none
  return page > 1 ? words.page(page) : words.found(lines.length, older !== null)
}

function Result({ model, found }: { model: AuditModel; found: Found }) {
  if (found.kind === 'loading') return <Spinner words={words.searching} large />
  if (found.kind === 'refused')
    return (
      <Notice
        kind="error"
        title={words.failed}
        live="assertive"
        actions={
          <Button kind="secondary" size="small" onPress={() => void model.search()}>
            {words.again}
          </Button>
        }
      >
        <p>{problems[found.refusal.code](found.refusal.detail)}</p>
      </Notice>
    )
  const { lines, newer, older } = found
  return (
    <section class="audit-found" aria-labelledby="audit-count">
      <div class="audit-bar">
        <h2 id="audit-count">{countOf(found)}</h2>
        {lines.length > 0 && (
          <Button kind="secondary" size="small" href={found.download}>
            {words.download}
          </Button>
        )}
      </div>
      {lines.length === 0 ? (
        <p class="soft">{words.noneText}</p>
      ) : (
        <AuditTable lines={lines} onVisit={model.onlyVisit} />
      )}
      {(newer || older) && (
        <nav class="audit-pages" aria-label={words.pages}>
          <Button kind="secondary" size="small" onPress={newer}>
            {words.newer}
          </Button>
          <Button kind="secondary" size="small" onPress={older}>
            {words.older}
          </Button>
        </nav>
      )}
    </section>
  )
}
