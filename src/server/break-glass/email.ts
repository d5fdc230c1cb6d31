// What administrators are told by letter when somebody broke the glass, in English. The reason is not in it: its writer may
// have named somebody, and letters travel.
import { typed } from '#domain/notification'

export function brokenGlassEmail(facts: { to: string; name: string; service: string; minutes: number; page: string }) {
  const [to, name, service] = [typed(facts.to), typed(facts.name), typed(facts.service)]
  return {
    subject: `${name} has opened ${service}`,
    text: [
      `Dear ${to},`,
      `${name} has no role in ${service} and has opened it for ${facts.minutes} minutes, to see patients there. They gave a reason.`,
      `Read the reason, and all that they do meanwhile, in the audit: ${facts.page}`,
      `If you did not expect this, talk to them now. Deactivating them under People ends it at once.`,
    ].join('\n\n'),
  }
}
