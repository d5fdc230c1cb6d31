// Every kind and state of a button.
import type { Example } from '../example.ts'
import { ArrowRightIcon, RefreshIcon } from '../icon/signs.tsx'
import { Button } from './button.tsx'

const nothing = () => {}

export const examples: readonly Example[] = [
  { name: 'primary', draw: () => <Button onPress={nothing}>Continue</Button> },
  {
    name: 'primary, large',
    draw: () => (
      <Button size="large" onPress={nothing}>
        Start
      </Button>
    ),
  },
  {
    name: 'primary, small',
    draw: () => (
      <Button size="small" onPress={nothing}>
        Join
      </Button>
    ),
  },
  {
    name: 'secondary',
    draw: () => (
      <Button kind="secondary" onPress={nothing}>
        No, I see nothing
      </Button>
    ),
  },
  {
    name: 'secondary, small, with icon',
    draw: () => (
      <Button kind="secondary" size="small" icon={<RefreshIcon size={20} />} onPress={nothing}>
        Refresh
      </Button>
    ),
  },
  {
    name: 'quiet',
    draw: () => (
      <Button kind="quiet" onPress={nothing}>
        Ring it again
      </Button>
    ),
  },
  {
    name: 'danger',
    draw: () => (
      <Button kind="danger" onPress={nothing}>
        End consultation
      </Button>
    ),
  },
  { name: 'not allowed now', draw: () => <Button onPress={null}>Send</Button> },
  {
    name: 'secondary, not allowed now',
    draw: () => (
      <Button kind="secondary" onPress={null}>
        Send
      </Button>
    ),
  },
  {
    name: 'busy',
    draw: () => (
      <Button onPress={nothing} busy="Sending…">
        Send
      </Button>
    ),
  },
  {
    name: 'as a link',
    draw: () => (
      <Button href="#main" icon={<ArrowRightIcon />}>
        Open the patient’s page
      </Button>
    ),
  },
  {
    name: 'wide, long words',
    draw: () => (
      <Button wide onPress={nothing}>
        Ask the clinic to phone me instead of a video visit this morning
      </Button>
    ),
  },
]
