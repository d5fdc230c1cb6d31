// Icons of people and of what staff work with.
import { drawn } from './line.tsx'

export const PersonIcon = drawn(
  <>
    <circle cx="12" cy="8" r="4" />
    <path d="M4.5 20.5a7.5 7.5 0 0 1 15 0" />
  </>,
)
export const PeopleIcon = drawn(
  <>
    <circle cx="9" cy="8.5" r="3.5" />
    <path d="M2.5 20a6.5 6.5 0 0 1 13 0M16 5.5a3.5 3.5 0 0 1 0 6.4M18 14.3a6.5 6.5 0 0 1 3.5 5.7" />
  </>,
)
export const MessageIcon = drawn(
  <path d="M5 4.5h14A1.5 1.5 0 0 1 20.5 6v9.5A1.5 1.5 0 0 1 19 17h-7l-5 3.5V17H5a1.5 1.5 0 0 1-1.5-1.5V6A1.5 1.5 0 0 1 5 4.5z" />,
)
export const SendIcon = drawn(<path d="M4 12l16-8-5.5 16-3-6.5zM11.5 13.5L20 4" />)
export const NoteIcon = drawn(<path d="M6 3.5h8.5l4 4V20.5H6zM14.5 3.5v4h4M9 12h6.5M9 16h6.5" />)
export const PenIcon = drawn(<path d="M4 20l1-4.5L16 4.5l3.5 3.5L8.5 19zM13.5 7l3.5 3.5" />)
export const SettingsIcon = drawn(
  <>
    <path d="M4 7h8M17 7h3M4 17h3M12 17h8" />
    <circle cx="14.5" cy="7" r="2.5" />
    <circle cx="9.5" cy="17" r="2.5" />
  </>,
)
export const AuditIcon = drawn(
  <path d="M5 3.5h9.5l4 4V11M14.5 3.5v4h4M5 3.5v17h6M8 12h4M8 16h3M16 14v3l2 1.5M16 12.5a4.5 4.5 0 1 0 .01 0z" />,
)
export const SignOutIcon = drawn(<path d="M10 4H5.5v16H10M9.5 12h11M16.5 8l4 4-4 4" />)
export const CopyIcon = drawn(
  <>
    <rect x="8.5" y="8.5" width="12" height="12" rx="2" />
    <path d="M15.5 5.5v-.5a1.5 1.5 0 0 0-1.5-1.5H5A1.5 1.5 0 0 0 3.5 5v9A1.5 1.5 0 0 0 5 15.5h.5" />
  </>,
)
export const PhotoIcon = drawn(
  <>
    <rect x="3.5" y="5" width="17" height="14" rx="1.5" />
    <circle cx="9" cy="10" r="1.5" />
    <path d="M4 17l5-4 3.5 2.5L16 12l4.5 4" />
  </>,
)
export const ChairIcon = drawn(<path d="M7 3.5v9.5h10V9M7 13v7.5M17 13v7.5M7 17h10" />)
export const LockIcon = drawn(
  <>
    <rect x="5" y="10.5" width="14" height="10" rx="2" />
    <path d="M8 10.5V7.5a4 4 0 0 1 8 0v3" />
  </>,
)
export const CalendarIcon = drawn(
  <>
    <rect x="3.5" y="5.5" width="17" height="15" rx="2" />
    <path d="M3.5 10h17M8 3v4.5M16 3v4.5M8 14h3M8 17h6" />
  </>,
)
export const PlanIcon = drawn(
  <>
    <rect x="5" y="4.5" width="14" height="16.5" rx="2" />
    <path d="M9.5 3h5v3h-5zM8.5 11l1.5 1.5 2-2.5M8.5 16l1.5 1.5 2-2.5M14.5 12h1.5M14.5 17h1.5" />
  </>,
)
