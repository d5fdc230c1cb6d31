// A dialog, opened by a button.
import { useState } from 'preact/hooks'
import { Button } from '../button/button.tsx'
import type { Example } from '../example.ts'
import { Dialog } from './dialog.tsx'

function Opened({ title, words, wide = false }: { title: string; words: string; wide?: boolean }) {
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  const actions = (
    <>
      <Button onPress={close}>No, stay</Button>
      <Button kind="secondary" onPress={close}>
        Yes, leave
      </Button>
    </>
  )
  return (
    <>
      <Button kind="secondary" onPress={() => setOpen(true)}>
        Open
      </Button>
      <Dialog open={open} title={title} wide={wide} onClose={close} actions={actions}>
        <p>{words}</p>
      </Dialog>
    </>
  )
}

export const examples: readonly Example[] = [
  {
    name: 'question',
    draw: () => (
      <Opened title="Do you want to leave?" words="You lose your place. You can come back by the same link." />
    ),
  },
  {
    name: 'long title and text, wide',
    draw: () => (
      <Opened
        wide
        title="Join Margaret Featherstonehaugh-Cholmondeley, born 31 March 1938"
        words={'She is waiting since 9:14. '.repeat(12)}
      />
    ),
  },
]
