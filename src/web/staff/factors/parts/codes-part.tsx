// How many recovery codes are left, and making new ones.
import { useState } from 'preact/hooks'
import { words as texts } from '#text/factors'
import { useStore } from '../../../kit/store.ts'
import { Button } from '../../../ui/button/button.tsx'
import type { FactorsModel } from '../factors-model.ts'
import { Sure } from './sure.tsx'

const words = texts.codes

export function CodesPart({ model, left }: { model: FactorsModel; left: number }) {
  const doing = useStore(model.acting.request)
  const [sure, setSure] = useState(false)
  const make = () => void model.makeCodes().then(() => setSure(false))
  return (
    <section class="factor stack-s">
      <h2>{words.title}</h2>
      <p>{left > 0 ? words.left(left) : words.none}</p>
      {sure ? (
        <Sure
          title={words.sure}
          text={words.sureText}
          press={words.makeNew}
          busy={doing.kind === 'busy'}
          onPress={make}
          onKeep={() => setSure(false)}
        />
      ) : (
        <div class="factor-acts">
          <Button
            kind="secondary"
            size="small"
            label={words.makeNewLong}
            onPress={left > 0 ? () => setSure(true) : make}
          >
            {words.makeNew}
          </Button>
        </div>
      )}
    </section>
  )
}
