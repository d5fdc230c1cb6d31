// Icons of what people see and hear with, and of a call's controls.
import { crossed, drawn } from './line.tsx'

const camera = (
  <>
    <rect x="2" y="6" width="13" height="12" rx="2.5" />
    <path d="M15 10.5l5.2-3a.5.5 0 0 1 .8.4v8.2a.5.5 0 0 1-.8.4l-5.2-3" />
  </>
)
const microphone = (
  <>
    <rect x="9" y="2.5" width="6" height="12" rx="3" />
    <path d="M5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3.5M8.5 21.5h7" />
  </>
)
const eye = (
  <>
    <path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z" />
    <circle cx="12" cy="12" r="2.8" />
  </>
)
const speaker = <path d="M4 9.5v5h3.5l4.5 4v-13l-4.5 4z" />

export const CameraIcon = drawn(camera)
export const CameraOffIcon = crossed(camera)
export const MicrophoneIcon = drawn(microphone)
export const MicrophoneOffIcon = crossed(microphone)
export const EyeOffIcon = crossed(eye)
export const SpeakerIcon = drawn(
  <>
    {speaker}
    <path d="M15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11" />
  </>,
)
export const BellIcon = drawn(<path d="M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10 21h4M12 2.5V5" />)
export const PhoneIcon = drawn(
  <path d="M5 3.5h3.5l1.7 4.7-2.3 1.7a12 12 0 0 0 6.2 6.2l1.7-2.3 4.7 1.7V19a2 2 0 0 1-2 2A16.5 16.5 0 0 1 3 5.5a2 2 0 0 1 2-2z" />,
)
export const HangUpIcon = drawn(
  <path d="M2.5 15.2c-.9-1-.8-2.5.1-3.5C5 9.3 8.3 8 12 8s7 1.3 9.4 3.7c.9 1 1 2.5.1 3.5l-.6.7c-.4.5-1.1.6-1.7.3l-2.9-1.5a1.3 1.3 0 0 1-.7-1.3l.1-1.7a11 11 0 0 0-7.4 0l.1 1.7c0 .6-.2 1.1-.7 1.3l-2.9 1.5c-.6.3-1.3.2-1.7-.3z" />,
)
export const FlipCameraIcon = drawn(
  <>
    <path d="M4 10V8.5A2.5 2.5 0 0 1 6.5 6H16M20 14v1.5a2.5 2.5 0 0 1-2.5 2.5H8" />
    <path d="M13.5 3.5L16 6l-2.5 2.5M10.5 15.5L8 18l2.5 2.5" />
  </>,
)
export const FullScreenIcon = drawn(<path d="M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5" />)
export const LeaveFullScreenIcon = drawn(<path d="M9 4v5H4M20 9h-5V4M15 20v-5h5M4 15h5v5" />)
export const HoldIcon = drawn(<path d="M8.5 5v14M15.5 5v14" />)
export const ResumeIcon = drawn(<path d="M7.5 4.5v15l12-7.5z" />)
export const PictureInCornerIcon = drawn(
  <>
    <rect x="3" y="4.5" width="18" height="15" rx="2.5" />
    <rect class="icon-full" x="12" y="12" width="6.5" height="5" rx="1" />
  </>,
)
