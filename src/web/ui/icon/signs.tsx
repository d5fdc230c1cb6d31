// Icons that say how something stands, or where to go.
import { drawn } from './line.tsx'

export const InfoIcon = drawn(
  <>
    <circle cx="12" cy="12" r="9" />
    <path d="M12 11v5.5M12 7.5v.01" />
  </>,
)
export const TickIcon = drawn(<path d="M5 12.5l4.5 4.5L19 7.5" />)
export const TickCircleIcon = drawn(
  <>
    <circle cx="12" cy="12" r="9" />
    <path d="M8 12.5l2.8 2.8L16 9.5" />
  </>,
)
export const WarningIcon = drawn(
  <>
    <path d="M12 3.5L2.5 20h19z" />
    <path d="M12 10v4.5M12 17.2v.01" />
  </>,
)
export const ProblemIcon = drawn(
  <>
    <circle cx="12" cy="12" r="9" />
    <path d="M12 7v6M12 16.5v.01" />
  </>,
)
export const CrossIcon = drawn(<path d="M6 6l12 12M18 6L6 18" />)
export const ClockIcon = drawn(
  <>
    <circle cx="12" cy="12" r="9" />
    <path d="M12 7v5.2l3.5 2" />
  </>,
)
export const QuestionIcon = drawn(
  <>
    <circle cx="12" cy="12" r="9" />
    <path d="M9.3 9.3a2.7 2.7 0 1 1 4 2.4c-.9.5-1.3 1-1.3 1.8M12 16.7v.01" />
  </>,
)
export const ArrowRightIcon = drawn(<path d="M4.5 12h15M13 5.5l6.5 6.5-6.5 6.5" />)
export const ArrowLeftIcon = drawn(<path d="M19.5 12h-15M11 5.5L4.5 12l6.5 6.5" />)
export const ChevronDownIcon = drawn(<path d="M6 9.5l6 6 6-6" />)
export const RefreshIcon = drawn(
  <path d="M20 11a8 8 0 0 0-14.3-4L3.5 9.5M3.5 4v5.5H9M4 13a8 8 0 0 0 14.3 4l2.2-2.5M20.5 20v-5.5H15" />,
)
export const LockIcon = drawn(
  <>
    <rect x="5" y="10.5" width="14" height="10" rx="2.5" />
    <path d="M8 10.5V7.5a4 4 0 0 1 8 0v3" />
  </>,
)
export const LinkIcon = drawn(
  <path d="M10 14a4 4 0 0 0 5.7 0l3.5-3.5a4 4 0 0 0-5.7-5.7L12 6.3M14 10a4 4 0 0 0-5.7 0l-3.5 3.5a4 4 0 0 0 5.7 5.7l1.5-1.5" />,
)
export const MoreIcon = drawn(<path d="M5 12v.01M12 12v.01M19 12v.01" />)
export const PlusIcon = drawn(<path d="M12 5v14M5 12h14" />)
