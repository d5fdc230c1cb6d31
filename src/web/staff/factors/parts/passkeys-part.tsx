// One's own passkeys: the list, adding one, naming and removing.
import { useState } from 'preact/hooks'
import type { FactorsView } from '#contract/factors'
import { words as texts } from '#text/factors'
import { words as dates } from '#text/people'
import { useStore } from '../../../kit/store.ts'
import { typed } from '../../../text/typed.ts'
import { Button } from '../../../ui/button/button.tsx'
import { WarningIcon } from '../../../ui/icon/signs.tsx'
import { Notice } from '../../../ui/notice/notice.tsx'
import { Tag } from '../../../ui/tag/tag.tsx'
import { TextField } from '../../../ui/text-field/text-field.tsx'
import type { FactorsModel } from '../factors-model.ts'
import type { Naming } from '../passkeys-model.ts'
import { Sure } from './sure.tsx'

const words = texts.passkeys
type Passkey = FactorsView['passkeys'][number]

export function PasskeysPart({ model, view }: { model: FactorsModel; view: FactorsView }) {
  const { passkeys } = model
  const naming = useStore(passkeys.naming)
  const notMade = useStore(passkeys.notMade)
  const usable = passkeys.usable(view.passkeyHost)
  const list = view.passkeys
  return (
    <section class="factor stack-s">
      <h2>{words.title}</h2>
      <p>{words.text}</p>
      {list.length > 0 && (
        <ul class="factor-passkeys">
          {list.map((passkey) => (
            <li key={passkey.id}>
              {naming?.id === passkey.id ? (
                <NameForm model={model} naming={naming} />
              ) : (
                <Row model={model} passkey={passkey} />
              )}
            </li>
          ))}
        </ul>
      )}
      {notMade && (
        <Notice kind="warning" title={words.notAdded} live="assertive">
          <p>{words.why[notMade]}</p>
        </Notice>
      )}
      {naming && naming.id === null ? (
        <NameForm model={model} naming={naming} />
      ) : usable ? (
        <div class="factor-acts">
          <Button kind="secondary" size="small" onPress={() => passkeys.beginNaming(null, '')}>
            {words.add}
          </Button>
        </div>
      ) : (
        <p class="soft small">{view.passkeyHost === null ? words.nowhere : words.elsewhere(view.passkeyHost)}</p>
      )}
    </section>
  )
}

function Row({ model, passkey }: { model: FactorsModel; passkey: Passkey }) {
  const doing = useStore(model.acting.request)
  const [sure, setSure] = useState(false)
  const { id, name, since, lastUsedAt, stopped } = passkey
  if (sure)
    return (
      <Sure
        title={words.sure(name)}
        text={words.sureText}
        press={words.remove}
        busy={doing.kind === 'busy'}
        onPress={() => void model.passkeys.remove(id).then(() => setSure(false))}
        onKeep={() => setSure(false)}
      />
    )
  return (
    <div class="factor-passkey">
      <div>
        <strong>{typed(name)}</strong>
        <p class="soft small">
          {words.since(dates.date(since))} {lastUsedAt ? words.used(dates.dayAndTime(lastUsedAt)) : words.neverUsed}
        </p>
        {stopped && (
          <>
            <Tag tone="amber" icon={<WarningIcon size={20} />}>
              {words.stopped}
            </Tag>
            <p class="small">{words.stoppedText}</p>
          </>
        )}
      </div>
      <div class="factor-acts">
        <Button
          kind="quiet"
          size="small"
          label={words.renameLong(name)}
          onPress={() => model.passkeys.beginNaming(id, name)}
        >
          {words.rename}
        </Button>
        <Button
          kind="quiet"
          size="small"
          class="button-harm"
          label={words.removeLong(name)}
          onPress={() => setSure(true)}
        >
          {words.remove}
        </Button>
      </div>
    </div>
  )
}

function NameForm({ model, naming }: { model: FactorsModel; naming: Naming }) {
  const doing = useStore(model.acting.request)
  const adding = naming.id === null
  return (
    <form
      class="factor-name stack-s"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void model.passkeys.save()
      }}
    >
      <TextField
        id="passkey-name"
        label={words.name}
        hint={words.nameHint}
        width="half"
        maxLength={60}
        value={naming.name}
        error={naming.missing ? words.nameMissing : null}
        onInput={model.passkeys.type}
      />
      {adding && <p class="soft small">{words.browserAsks}</p>}
      <div class="factor-acts">
        <Button submit size="small" busy={doing.kind === 'busy' && (adding ? words.adding : texts.doing)}>
          {adding ? words.goOn : words.save}
        </Button>
        <Button kind="secondary" size="small" onPress={model.passkeys.cancel}>
          {words.cancel}
        </Button>
      </div>
    </form>
  )
}
