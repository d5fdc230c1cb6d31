// One person in the list: who, what they are and where, and what there is to know of them now.
import type { PersonView } from '#contract/people-admin'
import { words as dates } from '#text/people'
import { words } from '#text/people-admin'
import { initialsOf } from '../../../call/person-facts.ts'
import { typed } from '../../../text/typed.ts'
import { ClockIcon, CrossIcon, WarningIcon } from '../../../ui/icon/signs.tsx'
import { NoteIcon, PersonIcon } from '../../../ui/icon/work.tsx'
import { Tag } from '../../../ui/tag/tag.tsx'

export interface PersonRowProps {
  person: PersonView
  places: readonly string[]
  now: number
  onOpen: () => void
}

export function PersonRow({ person, places, now, onOpen }: PersonRowProps) {
  const { name, title, email, status, you } = person
  return (
    <article class={`person-row person-row-${status}`}>
      <span class="person-row-face" aria-hidden="true">
        {initialsOf(name)}
      </span>
      <div class="person-row-who">
        <h2>
          <button type="button" aria-label={words.openPerson(name)} onClick={onOpen}>
            {typed(name)}
          </button>
          {you && <span class="person-row-you">{words.you}</span>}
        </h2>
        {title && <p>{title}</p>}
        <p>{typed(email)}</p>
      </div>
      <ul class="person-row-places">
        {places.map((place) => (
          <li key={place}>{place}</li>
        ))}
        {places.length === 0 && <li class="soft">{words.noRole}</li>}
      </ul>
      <div class="person-row-state">
        <State person={person} now={now} />
      </div>
    </article>
  )
}

function State({ person, now }: { person: PersonView; now: number }) {
  const { status, invitationEndsAt, holding, unsignedNotes } = person
  const over = invitationEndsAt === null || invitationEndsAt <= now
  return (
    <>
      {status === 'invited' && (
        <Tag tone={over ? 'amber' : 'accent'} icon={over ? <WarningIcon size={20} /> : <ClockIcon size={20} />}>
          {over ? words.invitationOver : words.invitationUntil(dates.shortDay(invitationEndsAt))}
        </Tag>
      )}
      {status === 'deactivated' && <Tag icon={<CrossIcon size={20} />}>{words.statuses.deactivated}</Tag>}
      {holding > 0 && (
        <Tag tone="good" icon={<PersonIcon size={20} />}>
          {words.holding(holding)}
        </Tag>
      )}
      {unsignedNotes > 0 && (
        <Tag tone={status === 'deactivated' ? 'amber' : 'neutral'} icon={<NoteIcon size={20} />}>
          {words.unsigned(unsignedNotes)}
        </Tag>
      )}
    </>
  )
}
