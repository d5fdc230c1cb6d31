// A person who has nothing of a page but its accessibility tree, as a screen reader has it: what is pressed, filled in and read
// is found by role and name there, never by a selector, a place or a look.
import type { CDPSession, Page } from 'playwright-core'
import { waitUntil } from './browser.ts'

interface Node {
  readonly ignored: boolean
  readonly role?: { readonly value?: unknown }
  readonly name?: { readonly value?: unknown }
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[]
  readonly backendDOMNodeId?: number
}

export interface Reader {
  /** Waits until something that can be pressed has this role and name, and presses it. */
  press(role: string, name: string | RegExp): Promise<void>
  fill(name: string | RegExp, text: string): Promise<void>
  /** Waits until these words stand in the tree. */
  reads(words: RegExp): Promise<void>
  /** Whether something with this role and name is there now. */
  has(role: string, name: string | RegExp): Promise<boolean>
}

export async function openReader(page: Page): Promise<Reader> {
  const session = await page.context().newCDPSession(page)

  async function find(role: string | null, name: string | RegExp): Promise<Node | undefined> {
    return (await treeOf(session)).find((node) => {
      if (node.ignored || property(node, 'disabled') === true) return false
      const called = plain(node.name?.value)
      return (
        (role === null || node.role?.value === role) && (typeof name === 'string' ? called === name : name.test(called))
      )
    })
  }

  /** Drawn anew between two questions, an element is looked for again. */
  async function at(role: string, name: string | RegExp, act: (backendNodeId: number) => Promise<void>): Promise<void> {
    await waitUntil(`${role} "${name}" in the accessibility tree`, async () => {
      const id = (await find(role, name))?.backendDOMNodeId
      if (id === undefined) return false
      return act(id).then(
        () => true,
        () => false,
      )
    })
  }

  return {
    press: (role, name) =>
      at(role, name, async (backendNodeId) => {
        const { object } = await session.send('DOM.resolveNode', { backendNodeId })
        const objectId = object.objectId ?? ''
        await session.send('Runtime.callFunctionOn', { objectId, functionDeclaration: 'function () { this.click() }' })
      }),
    async fill(name, text) {
      await at('textbox', name, (backendNodeId) => session.send('DOM.focus', { backendNodeId }).then(() => {}))
      await session.send('Input.insertText', { text })
    },
    reads: (words) =>
      waitUntil(`${words} in the accessibility tree`, async () => (await find(null, words)) !== undefined),
    has: async (role, name) => (await find(role, name)) !== undefined,
  }
}

async function treeOf(session: CDPSession): Promise<readonly Node[]> {
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  return nodes as readonly Node[]
}

/** Without the signs that keep the direction of a name. */
const plain = (value: unknown) => (typeof value === 'string' ? value.replace(/[\u2066-\u2069]/g, '').trim() : '')

const property = (node: Node, name: string) => node.properties?.find((one) => one.name === name)?.value.value
