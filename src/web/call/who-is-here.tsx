// Everybody who is in this consultation and how each is connected: nobody sees or hears without being named here.
import { words } from '#text/call'
import { typed } from '../text/typed.ts'
import { PeopleIcon } from '../ui/icon/work.tsx'

export type Presence = 'connected' | 'connecting' | 'lost'

export interface PersonHere {
  readonly name: string
  readonly presence: Presence
}

export function WhoIsHere({ people }: { people: readonly PersonHere[] }) {
  return (
    <section class="call-chip who-is-here" aria-label={words.here.title}>
      <PeopleIcon size={20} />
      <ul class="who-is-here-list">
        {people.map((person) => (
          <li key={person.name} class={`who-is-here-${person.presence}`}>
            {person.name === words.here.you ? person.name : typed(person.name)}
            {person.presence === 'connected' ? (
              <span class="visually-hidden"> {words.here.connected}</span>
            ) : (
              <span class="who-is-here-state"> ({words.here[person.presence]})</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
