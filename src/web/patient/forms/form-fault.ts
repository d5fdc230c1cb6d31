// What is wrong with an answer, in words.
import type { AnswerFault } from '#domain/questionnaire-value'
import { words } from '#text/forms'

export function sayFault(fault: AnswerFault): string {
  const said: string | ((limit: never) => string) = words.faults[fault.reason]
  if (typeof said === 'string') return said
  return (said as (limit: number | string) => string)(
    'limit' in fault ? fault.limit : 'edge' in fault ? fault.edge : '',
  )
}
