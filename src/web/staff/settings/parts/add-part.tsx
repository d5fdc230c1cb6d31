// Adding a service to the organisation, or a waiting area to a service.
import { useState } from 'preact/hooks'
import { isBlank } from '#domain/typed-text'
import { words as problems } from '#text/problems'
import { words as places } from '#text/settings-places'
import { useStore } from '../../../kit/store.ts'
import { Button } from '../../../ui/button/button.tsx'
import { PlusIcon } from '../../../ui/icon/signs.tsx'
import { Notice } from '../../../ui/notice/notice.tsx'
import { TextField } from '../../../ui/text-field/text-field.tsx'
import type { Place } from '../place.ts'
import type { PlaceModel } from '../place-model.ts'

const words = places.add

export function AddPart({ model, onAdded }: { model: PlaceModel; onAdded: (place: Place) => void }) {
  const [name, setName] = useState('')
  const [missing, setMissing] = useState(false)
  const doing = useStore(model.adding.request)
  const ofOrganisation = model.place.level === 'organisation'
  const add = async () => {
    setMissing(isBlank(name))
    if (isBlank(name)) return
    const place = await model.add(name)
    if (!place) return
    setName('')
    onAdded(place)
  }
  return (
    <form
      class="settings-part stack-s"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <h3 class="settings-first">{ofOrganisation ? words.service : words.area}</h3>
      <TextField
        id="add-name"
        label={ofOrganisation ? words.serviceName : words.areaName}
        hint={ofOrganisation ? words.serviceHint : words.areaHint}
        maxLength={80}
        error={missing ? places.form.nameMissing : null}
        value={name}
        onInput={setName}
      />
      {doing.kind === 'refused' && (
        <Notice kind="error" live="assertive">
          <p>{problems[doing.refusal.code](doing.refusal.detail)}</p>
        </Notice>
      )}
      <p>
        <Button
          submit
          kind="secondary"
          size="small"
          icon={<PlusIcon size={20} />}
          busy={doing.kind === 'busy' && words.adding}
        >
          {ofOrganisation ? words.service : words.area}
        </Button>
      </p>
      <p class="small soft">{ofOrganisation ? words.nobody : words.everybody}</p>
    </form>
  )
}
