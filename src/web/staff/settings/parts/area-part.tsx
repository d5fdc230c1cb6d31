// What a service or a waiting area has for itself: its name, and for an area its link, its code and what it is.
import { words as texts } from '#text/settings'
import { words as places } from '#text/settings-places'
import { useStore } from '../../../kit/store.ts'
import { Button } from '../../../ui/button/button.tsx'
import { Checkbox } from '../../../ui/choice/checkbox.tsx'
import { ErrorSummary } from '../../../ui/error-summary/error-summary.tsx'
import { TextArea } from '../../../ui/text-area/text-area.tsx'
import { TextField } from '../../../ui/text-field/text-field.tsx'
import { LinkLine } from '../../parts/link-line.tsx'
import { codeInParts } from '../../ways-in/code-words.ts'
import type { Found } from '../place.ts'
import type { PlaceModel } from '../place-model.ts'
import { SaveBar } from './save-bar.tsx'

const words = places.form

export function AreaPart({ model, found }: { model: PlaceModel; found: Found }) {
  const { form } = model
  const { typed, nameMissing, attempt, request, changed } = useStore(form.state)
  const isArea = found.level === 'area'
  return (
    <form
      class="settings-part stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void form.submit()
      }}
    >
      <h3 class="settings-first">{isArea ? words.areaTitle : words.serviceTitle}</h3>
      <ErrorSummary
        attempt={attempt}
        errors={nameMissing ? [{ fieldId: 'place-name', text: words.nameMissing }] : []}
      />
      {found.level === 'area' && <WaysIn slug={found.area.slug} code={found.area.shortCode} />}
      <TextField
        id="place-name"
        label={isArea ? texts.area.name : words.serviceName}
        maxLength={80}
        value={typed.name}
        error={nameMissing ? words.nameMissing : null}
        onInput={(name) => form.type({ name })}
      />
      {isArea && (
        <>
          <TextArea
            id="place-about"
            label={texts.area.about}
            hint={texts.area.aboutHint}
            limit={600}
            value={typed.about}
            onInput={(about) => form.type({ about })}
          />
          <div>
            <p class="field-label">{words.dropIn}</p>
            <Checkbox
              id="place-drop-in"
              hint={words.dropInHint}
              checked={typed.dropIn}
              onChange={(dropIn) => form.type({ dropIn })}
            >
              {words.dropInText}
            </Checkbox>
          </div>
        </>
      )}
      <SaveBar request={request} changed={changed} of={typed.name} />
    </form>
  )
}

function WaysIn({ slug, code }: { slug: string; code: string }) {
  return (
    <div class="stack-s">
      <div>
        <p class="field-label">{texts.area.link}</p>
        <p class="field-hint">{texts.area.linkHint}</p>
        <LinkLine slug={slug} others={false} />
      </div>
      <div>
        <p class="field-label">{words.code}</p>
        <p class="field-hint">{words.codeHint(location.host)}</p>
        <code class="settings-code">{codeInParts(code)}</code>
      </div>
      <p>
        <Button kind="secondary" size="small" href={`/staff/areas/${slug}`}>
          {words.waysIn}
        </Button>
      </p>
    </div>
  )
}
