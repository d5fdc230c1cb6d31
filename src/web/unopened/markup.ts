// What stands in a page before any script of it ran. Whoever's browser runs none, or cannot run these, is not left with an
// empty page. The server puts the clinic's number in the place of the last words (platform/pages).
import { words } from '#text/unopened'

export const unopened = `<div class="unopened" role="main">
      <h1>${words.title}</h1>
      <p>${words.wait}</p>
      <p>${words.why}</p>
      <ul>${words.tryThis.map((one) => `<li>${one}</li>`).join('')}</ul>
      <p id="clinic-number">${words.number}</p>
    </div>`
