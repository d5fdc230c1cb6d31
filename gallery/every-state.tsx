// The page of the gallery: a list of all states, and each in a frame of its own at the chosen size.
import { createRef } from 'preact'
import { type State, states } from './states.ts'

export const SIZES = ['320x256', '390x844', '844x390', '768x1024', '1440x900', '1920x1080']
const TEXTS = ['100', '150', '200']
const DIRECTIONS = ['ltr', 'rtl']

export interface Chosen {
  readonly size: string
  readonly text: string
  readonly dir: string
  /** A folder or a file: `patient/door`. */
  readonly of: string
}

export function EveryState({ chosen }: { chosen: Chosen }) {
  const shown = states.filter(({ id }) => id.includes(chosen.of))
  const groups = [...new Set(shown.map(({ group }) => group))]
  const form = createRef<HTMLFormElement>()
  const choose = () => form.current?.requestSubmit()
  return (
    <div class="gallery">
      <nav class="gallery-list">
        <form ref={form} method="get" onChange={choose}>
          <Choice name="size" label="Window" options={SIZES} value={chosen.size} />
          <Choice name="text" label="Letters in %" options={TEXTS} value={chosen.text} />
          <Choice name="dir" label="Direction" options={DIRECTIONS} value={chosen.dir} />
          <label>
            Only <input name="of" value={chosen.of} placeholder="patient/door" />
          </label>
        </form>
        {groups.map((group) => (
          <section key={group}>
            <h2>{group}</h2>
            <ul>
              {shown
                .filter((state) => state.group === group)
                .map(({ id, name }) => (
                  <li key={id}>
                    <a href={`#${id}`}>{name}</a>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </nav>
      {/* For tests that walk every state. */}
      <script id="states" type="application/json">
        {JSON.stringify(states.map(({ id, whole }) => ({ id, whole })))}
      </script>
      <main class="gallery-frames">
        {shown.map((state) => (
          <Framed key={state.id} state={state} chosen={chosen} />
        ))}
      </main>
    </div>
  )
}

function Framed({ state, chosen }: { state: State; chosen: Chosen }) {
  const [width, height] = chosen.size.split('x').map(Number)
  const address = `/gallery?${new URLSearchParams({ state: state.id, text: chosen.text, dir: chosen.dir })}`
  return (
    <figure id={state.id}>
      <figcaption>
        <a href={address}>{state.id}</a>
      </figcaption>
      <iframe title={state.id} src={address} width={width} height={state.whole ? height : 320} loading="lazy" />
    </figure>
  )
}

function Choice(props: { name: string; label: string; options: readonly string[]; value: string }) {
  return (
    <label>
      {props.label}{' '}
      <select name={props.name}>
        {props.options.map((option) => (
          <option key={option} selected={option === props.value}>
            {option}
          </option>
        ))}
      </select>
    </label>
  )
}
