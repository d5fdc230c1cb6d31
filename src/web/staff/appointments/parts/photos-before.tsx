// The photos that a patient sent before the day: how many, and a press that shows them.
import { useMemo, useState } from 'preact/hooks'
import type { AppointmentView } from '#contract/appointment'
import { words } from '#text/photos-staff'
import { Button } from '../../../ui/button/button.tsx'
import { Dialog } from '../../../ui/dialog/dialog.tsx'
import { PhotoIcon } from '../../../ui/icon/work.tsx'
import { PhotosPane } from '../../photos/photos-pane.tsx'
import type { AppointmentActions } from '../appointment-actions.ts'

export interface PhotosBeforeProps {
  one: AppointmentView
  name: string
  model: AppointmentActions
}

/** Nothing where none were sent. */
export function PhotosBefore({ one, name, model }: PhotosBeforeProps) {
  const [open, setOpen] = useState(false)
  const photos = useMemo(() => model.photosOf(one), [model, one.areaId, one.id])
  const count = one.preparation.photos ?? 0
  if (count === 0) return null
  return (
    <>
      <Button
        kind="quiet"
        size="small"
        icon={<PhotoIcon size={20} />}
        label={words.countOf(count, name)}
        onPress={() => setOpen(true)}
      >
        {words.count(count)}
      </Button>
      <Dialog open={open} title={words.titleOf(name)} onClose={() => setOpen(false)}>
        {open && <PhotosPane model={photos} count={count} patientName={name} onNote={null} />}
      </Dialog>
    </>
  )
}
