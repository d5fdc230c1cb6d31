// Shows every example of every component on one page, for looking at. Only the development server serves it.
import './text-in-place/text-in-place.ts'
import { render } from 'preact'
import './base.scss'
import './gallery.scss'
import type { Example } from './example.ts'

const found = import.meta.glob<{ examples: readonly Example[] }>('./*/*.examples.tsx', { eager: true })

function Gallery() {
  return (
    <main class="gallery">
      {Object.entries(found).map(([path, { examples }]) => (
        <section key={path}>
          <h2>{path.split('/')[1]}</h2>
          {examples.map(({ name, draw }) => (
            <figure key={name}>
              <figcaption>{name}</figcaption>
              <div>{draw()}</div>
            </figure>
          ))}
        </section>
      ))}
    </main>
  )
}

const app = document.getElementById('app')
if (app) render(<Gallery />, app)
