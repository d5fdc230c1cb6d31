// The pages that staff go to, a line each: where it is, its icon, and for whom it is there. Rail, bottom bar and the list of
// the settings are drawn from this; the page's name stands in the words of the frame.
import type { ComponentType } from 'preact'
import { type Action, type Role, roleMay } from '#domain/permission'
import type { words } from '#text/staff'
import type { IconProps } from '../../ui/icon/line.tsx'
import {
  AuditIcon,
  CalendarIcon,
  LockIcon,
  MessageIcon,
  NoteIcon,
  PeopleIcon,
  PersonIcon,
  PlanIcon,
  SendIcon,
  SettingsIcon,
} from '../../ui/icon/work.tsx'
import { looksOn } from '../first-page.ts'
import type { Route } from '../router.ts'

export interface Reader {
  readonly roles: readonly Role[]
  /** Notes of theirs that wait to be signed. */
  readonly toSign: number
}

export interface NavigationPage {
  readonly name: keyof typeof words.pages
  readonly path: string
  readonly icon: ComponentType<IconProps>
  readonly shown: (reader: Reader) => boolean
  /** The routes during which it is the current one. */
  readonly routes: readonly Route['page'][]
}

const may =
  (action: Action) =>
  ({ roles }: Reader) =>
    roleMay(roles, action)
// Who looks on has no desk.
const works = ({ roles }: Reader) => !looksOn(roles)
const hasNotes = (reader: Reader) => works(reader) || reader.toSign > 0

/** What somebody works with. A new page is a line here. */
const WORK: readonly NavigationPage[] = [
  { name: 'today', path: '/staff', icon: PeopleIcon, shown: works, routes: ['console'] },
  {
    name: 'appointments',
    path: '/staff/appointments',
    icon: CalendarIcon,
    shown: may('appointment.read'),
    routes: ['appointments', 'appointment-week', 'appointment-list', 'clinic-list'],
  },
  { name: 'notes', path: '/staff/notes', icon: NoteIcon, shown: hasNotes, routes: ['notes', 'note'] },
]

/** What is set up once and looked after. A new page is a line here. */
const SETTINGS: readonly NavigationPage[] = [
  {
    name: 'organisation',
    path: '/staff/settings',
    icon: SettingsIcon,
    shown: may('settings.read'),
    routes: ['settings', 'ways-in', 'poster'],
  },
  { name: 'people', path: '/staff/people', icon: PersonIcon, shown: may('people.read'), routes: ['people'] },
  { name: 'feedback', path: '/staff/feedback', icon: MessageIcon, shown: may('feedback.read'), routes: ['feedback'] },
  { name: 'outbox', path: '/staff/outbox', icon: SendIcon, shown: may('outbox.read'), routes: ['outbox'] },
  { name: 'plans', path: '/staff/settings/plans', icon: PlanIcon, shown: may('plan.write'), routes: ['plans'] },
  {
    name: 'signIn',
    path: '/staff/settings/sign-in',
    icon: LockIcon,
    shown: may('sign-in.settings'),
    routes: ['sign-in-settings'],
  },
  { name: 'audit', path: '/staff/audit', icon: AuditIcon, shown: may('audit.read'), routes: ['audit'] },
]

/** The settings' pages that are there for somebody. */
export const settingsPages = (reader: Reader): NavigationPage[] => SETTINGS.filter(({ shown }) => shown(reader))

/** The navigation of somebody: what they work with, then one way to all settings; a single page of them stands by itself. */
export function pagesOf(reader: Reader): NavigationPage[] {
  const settings = settingsPages(reader)
  const work = WORK.filter(({ shown }) => shown(reader))
  const [first] = settings
  if (!first) return work
  if (settings.length === 1 && first.name !== 'organisation') return [...work, first]
  const routes = settings.flatMap((page) => page.routes)
  return [...work, { ...first, name: 'settings', icon: SettingsIcon, routes }]
}

/** At most this many stand in the bar at the bottom of a phone; the last of them opens what is left. */
const IN_BAR = 5

/** What a phone's bar shows, and what stands behind "More". */
export function barOf(pages: readonly NavigationPage[]): {
  bar: readonly NavigationPage[]
  more: readonly NavigationPage[]
} {
  if (pages.length <= IN_BAR) return { bar: pages, more: [] }
  return { bar: pages.slice(0, IN_BAR - 1), more: pages.slice(IN_BAR - 1) }
}
