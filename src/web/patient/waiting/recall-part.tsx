// Waiting with the page closed: the offer, the number, and what happens then.
import { words } from '#text/recall'
import { useStore } from '../../kit/store.ts'
import { Button } from '../../ui/button/button.tsx'
import { Notice } from '../../ui/notice/notice.tsx'
import { TextField } from '../../ui/text-field/text-field.tsx'
import type { RecallModel } from './recall-model.ts'
import './recall-part.scss'

export function RecallPart({ model }: { model: RecallModel }) {
  const { step, recall, phone, busy, refused } = useStore(model.state)
  return (
    <section class="waiting-recall">
      {/* Always there, so that a screen reader says it when it comes. */}
      <div role="status">
        {step === 'on' && recall && (
          <Notice
            kind="success"
            title={recall.toldAt === null ? words.on : words.turn}
            actions={
              recall.toldAt === null ? (
                <Button kind="secondary" size="small" busy={busy && words.saving} onPress={model.stayHere}>
                  {words.off}
                </Button>
              ) : undefined
            }
          >
            {recall.toldAt === null ? (
              <>
                <p>{recall.by === 'text' ? words.byText(phone) : words.byPhone(phone)}</p>
                <p>{words.sameDevice}</p>
              </>
            ) : (
              <p>{words.stay}</p>
            )}
            {refused && <p>{refused}</p>}
          </Notice>
        )}
      </div>
      {step === 'offered' && (
        <>
          <h2>{words.title}</h2>
          <p>{words.text}</p>
          <Button kind="secondary" onPress={model.ask}>
            {words.begin}
          </Button>
        </>
      )}
      {step === 'asking' && (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            model.confirm()
          }}
          noValidate
        >
          <h2>{words.title}</h2>
          <p>{words.text}</p>
          <TextField
            id="recall-phone"
            label={words.label}
            type="tel"
            autocomplete="tel"
            width="half"
            value={phone}
            error={refused}
            onInput={model.typePhone}
          />
          <div class="waiting-recall-actions">
            <Button submit busy={busy && words.saving}>
              {words.confirm}
            </Button>
            <Button kind="quiet" onPress={model.stayHere}>
              {words.back}
            </Button>
          </div>
        </form>
      )}
    </section>
  )
}
