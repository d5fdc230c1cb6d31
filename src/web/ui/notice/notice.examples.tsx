// Every kind of notice.
import { Button } from '../button/button.tsx'
import type { Example } from '../example.ts'
import { Notice } from './notice.tsx'

export const examples: readonly Example[] = [
  {
    name: 'information',
    draw: () => (
      <Notice>
        <p>The clinic can write to you here.</p>
      </Notice>
    ),
  },
  {
    name: 'success',
    draw: () => (
      <Notice kind="success" title="Your note is signed.">
        <p>It is kept for 30 days.</p>
      </Notice>
    ),
  },
  {
    name: 'warning',
    draw: () => (
      <Notice kind="warning" title="We are closed now">
        <p>We open tomorrow at 9am.</p>
      </Notice>
    ),
  },
  {
    name: 'error',
    draw: () => (
      <Notice kind="error">
        <p>We cannot reach the server. Check your internet connection and try again.</p>
      </Notice>
    ),
  },
  { name: 'title alone', draw: () => <Notice kind="success" title="Saved" /> },
  {
    name: 'with actions',
    draw: () => (
      <Notice
        kind="warning"
        title="The bell is off"
        actions={
          <Button size="small" onPress={() => {}}>
            Turn on the bell
          </Button>
        }
      >
        <p>Turn it on, so that you hear when it is your turn.</p>
      </Notice>
    ),
  },
]
