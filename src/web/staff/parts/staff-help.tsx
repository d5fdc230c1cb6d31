// Whom to ask when something does not work, as the areas that somebody serves have it: each once.
import type { Me } from '#contract/people'
import { words as texts } from '#text/staff'

export function StaffHelp({ areas }: { areas: Me['areas'] }) {
  const said = [...new Set(areas.map(({ staffSupport }) => staffSupport).filter(Boolean))]
  if (said.length === 0) return null
  return (
    <section class="stack-s">
      <h3>{texts.account.help}</h3>
      {said.map((text) => (
        <p key={text} class="staff-help">
          {text}
        </p>
      ))}
    </section>
  )
}
