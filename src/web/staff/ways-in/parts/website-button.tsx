// The button for websites: what stands on it, how it looks, and the lines to copy.
import type { AreaWelcome } from '#contract/area'
import { words as button } from '#text/button'
import { words as texts } from '#text/ways-in'
import { BUTTON_STYLE } from '../../../button/snippet.ts'
import { useStore } from '../../../kit/store.ts'
import { RadioGroup } from '../../../ui/choice/radio-group.tsx'
import { TextField } from '../../../ui/text-field/text-field.tsx'
import { CopyButton } from '../../parts/copy-button.tsx'
import type { WaysInModel } from '../ways-in-model.ts'

const words = texts.website

export function WebsiteButton({ model, welcome }: { model: WaysInModel; welcome: AreaWelcome }) {
  const typed = useStore(model.button)
  const snippet = model.snippet(typed)
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  return (
    <section id="website" class="settings-part stack">
      <h2>{words.title}</h2>
      <p>{words.text}</p>
      <TextField
        id="website-words"
        label={words.words}
        width="half"
        maxLength={60}
        value={typed.text}
        onInput={(text) => model.choose({ text })}
      />
      <RadioGroup
        id="website-kind"
        label={words.kind}
        value={typed.tells ? 'tells' : 'plain'}
        options={[
          { value: 'tells', label: words.tells, hint: words.tellsHint },
          { value: 'plain', label: words.plain, hint: words.plainHint },
        ]}
        onChange={(kind) => model.choose({ tells: kind === 'tells' })}
      />
      <div>
        <h3>{words.preview}</h3>
        <p class="soft small">{words.previewHint}</p>
        <div class="website-preview">
          <a href={model.link} target="_blank" rel="noreferrer" style={BUTTON_STYLE}>
            {typed.text.trim() || button.start}
          </a>
          {typed.tells && <span class="website-preview-line">{button.status(welcome, timeZone)}</span>}
        </div>
      </div>
      <div>
        <label class="field-label" for="website-lines">
          {words.lines}
        </label>
        <textarea
          id="website-lines"
          class="field-box website-lines"
          rows={7}
          readOnly
          spellcheck={false}
          value={snippet}
          onFocus={(event) => event.currentTarget.select()}
        />
        <p>
          <CopyButton text={snippet} label={words.copyLong} kind="primary">
            {words.copy}
          </CopyButton>
        </p>
      </div>
      {typed.tells && (
        <div class="soft small stack-s">
          <p>{words.several}</p>
          <p>{words.policy(location.origin)}</p>
        </div>
      )}
    </section>
  )
}
