// The questionnaires that an organisation can ask: those that Bedside brings, and its own files.

import type { QuestionnaireList } from '#contract/questionnaire'
import { Problem } from '#domain/problem'
import type { Questionnaire } from '#domain/questionnaire'
import { SHIPPED } from '#domain/questionnaire-catalogue'
import { parseQuestionnaire } from '#domain/questionnaire-parse'
import type { Deps } from '../deps.ts'
import type { DbOrTx, Tx } from '../platform/db.ts'
import * as store from './store.ts'

export interface Definition {
  readonly id: string
  readonly source: string
  readonly plans: readonly string[]
  readonly questionnaire: Questionnaire
  readonly offered: boolean
}

const parsed = new Map<string, Questionnaire>()
/** Whatever is kept was read once before it was; a file is read once in a process. */
function questionnaireOf(source: string): Questionnaire {
  const known = parsed.get(source)
  if (known) return known
  const result = parseQuestionnaire(source)
  if (!result.ok) throw new Error('a questionnaire that was kept cannot be read')
  if (parsed.size >= 200) parsed.clear()
  parsed.set(source, result.questionnaire)
  return result.questionnaire
}

/** By their id, in the order in which they are offered. */
export async function definitionsOf(db: DbOrTx, organisationId: string): Promise<Map<string, Definition>> {
  const rows = new Map((await store.questionnairesOf(db, organisationId)).map((row) => [row.id, row]))
  const ids = new Set([...SHIPPED.keys(), ...rows.keys()])
  const found = [...ids].flatMap((id) => {
    const row = rows.get(id)
    const source = row?.source ?? SHIPPED.get(id)
    if (source === undefined) return []
    const [plans, offered] = [row?.plans ?? [], !row?.removedAt]
    return [{ id, source, plans, offered, questionnaire: questionnaireOf(source) }]
  })
  return new Map(found.map((definition) => [definition.id, definition]))
}

export interface DefinitionService {
  list(organisationId: string): Promise<QuestionnaireList>
  /** Throws `questionnaire/not-valid` with the item and the reason. */
  add(organisationId: string, source: string): Promise<QuestionnaireList>
  setPlans(organisationId: string, id: string, plans: readonly string[]): Promise<QuestionnaireList>
  /** It is not offered any more. */
  remove(organisationId: string, id: string): Promise<QuestionnaireList>
}

export function openDefinitionService({ db, now, newId }: Deps): DefinitionService {
  const list = async (organisationId: string): Promise<QuestionnaireList> => {
    const offered = [...(await definitionsOf(db, organisationId)).values()].filter((one) => one.offered)
    return {
      questionnaires: offered.map(({ id, source, plans, questionnaire }) => ({
        ...{ id, source, plans: [...plans], title: questionnaire.title, shipped: SHIPPED.has(id) },
      })),
    }
  }

  const change = async (
    organisationId: string,
    id: string,
    work: (tx: Tx, before: Definition) => Promise<void>,
  ): Promise<QuestionnaireList> => {
    await db.transaction(async (tx) => {
      const before = (await definitionsOf(tx, organisationId)).get(id)
      if (!before?.offered) throw new Problem('questionnaire/not-found')
      await work(tx, before)
    })
    return list(organisationId)
  }

  return {
    list,
    async add(organisationId, source) {
      const result = parseQuestionnaire(source)
      if (!result.ok) {
        const [first] = result.faults
        const { item = '', reason = 'not-json', detail = '' } = first ?? {}
        throw new Problem('questionnaire/not-valid', { item, reason, about: detail })
      }
      const id = `own-${newId().replaceAll('-', '').slice(0, 12)}`
      await db.transaction((tx) =>
        store.putQuestionnaire(tx, { organisationId, id, source, plans: [], removedAt: null, createdAt: now() }),
      )
      return list(organisationId)
    },
    setPlans: (organisationId, id, plans) =>
      change(organisationId, id, (tx) =>
        store.putQuestionnaire(tx, { organisationId, id, plans: [...plans], removedAt: null, createdAt: now() }),
      ),
    remove: (organisationId, id) =>
      change(organisationId, id, (tx) =>
        store.putQuestionnaire(tx, { organisationId, id, plans: [], removedAt: now(), createdAt: now() }),
      ),
  }
}
