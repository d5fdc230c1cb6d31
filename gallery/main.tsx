// The gallery: `/gallery` lists every state, `/gallery?state=ui/button/button/busy&text=200&dir=rtl` is one alone.
import '../src/web/ui/text-in-place/text-in-place.ts'
import { render } from 'preact'
import '../src/web/ui/base.scss'
import '../src/web/staff/staff.scss'
import './gallery.scss'
import { EveryState } from './every-state.tsx'
import { lookAs, OneState } from './one-state.tsx'
import { states } from './states.ts'

const asked = new URLSearchParams(location.search)
const of = (name: string, otherwise: string) => asked.get(name) || otherwise
const [text, dir, id] = [of('text', '100'), of('dir', 'ltr'), of('state', '')]
const state = states.find((each) => each.id === id)
const app = document.getElementById('app')

if (app && state) {
  document.title = id
  lookAs({ text, dir })
  render(<OneState state={state} />, app)
} else if (app) {
  render(<EveryState chosen={{ size: of('size', '390x844'), text, dir, of: of('of', id) }} />, app)
}
