// Lets text change while a browser's translator is on. Translators replace text nodes by elements of their own; the
// program would then write into nodes that are gone, or fail. So no text node is ever changed or removed
// by itself: an element that holds nothing but text gets it whole, and text beside elements gets an element of its own.
// What a person typed (`text/typed`) gets one that keeps its direction to itself and that translators leave alone.
// Loaded by each entry before anything is drawn. Drawings (svg) hold no text: name them by `aria-label`.
import { type ComponentChildren, createElement, Fragment, options, type VNode } from 'preact'
import { partsOf, unmarked } from '../../text/typed.ts'

type Props = Record<string, unknown> & { children?: ComponentChildren }

const isText = (child: unknown): child is string | number => typeof child === 'string' || typeof child === 'number'

/** All the text of these children; null as soon as something else is among them. */
function textOf(children: unknown): string | null {
  if (isText(children)) return String(children)
  if (Array.isArray(children)) {
    let text = ''
    for (const child of children) {
      const part = textOf(child)
      if (part === null) return null
      text += part
    }
    return text
  }
  return children === null || children === undefined || typeof children === 'boolean' ? '' : null
}

function withElements(text: string): ComponentChildren[] | null {
  const parts = partsOf(text)
  if (parts.length === 1) return null
  return parts.map((part, at) =>
    at % 2 === 0 ? part || null : createElement('bdi', { class: 'notranslate', translate: false }, part),
  )
}

/** Texts beside each other are one sentence: they change as one. What stands after them keeps its place in the list. */
function joined(children: readonly ComponentChildren[]): ComponentChildren[] {
  const kept = [...children]
  for (let at = kept.length - 1; at > 0; at--) {
    const [before, here] = [kept[at - 1], kept[at]]
    if (!(isText(before) && isText(here))) continue
    kept[at - 1] = `${before}${here}`
    kept[at] = null
  }
  return kept
}

function inPlace(type: string, props: Props): Props {
  const { children, 'aria-label': label } = props
  const readOut = typeof label === 'string' ? { ...props, 'aria-label': unmarked(label) } : props
  const text = textOf(children)
  if (text === '') return readOut
  if (text === null) return Array.isArray(children) ? { ...readOut, children: joined(children) } : readOut
  // A choice of a list can hold no elements; there the marks themselves do the work.
  const elements = type === 'option' ? null : withElements(text)
  return elements ? { ...readOut, children: elements } : { ...readOut, children: undefined, textContent: text }
}

/** A text node that Preact is about to make: from a component, a list, or between elements. */
function ownElement(node: VNode, text: string): void {
  // Space alone is never translated and never changes.
  if (text.trim() === '') return
  const elements = withElements(text)
  node.type = elements ? Fragment : 'text-run'
  const props: Props = elements ? { children: elements } : { textContent: text }
  node.props = props as VNode['props']
}

const before = options.vnode
options.vnode = (node) => {
  if (typeof node.type === 'string') node.props = inPlace(node.type, node.props as Props) as VNode['props']
  else if (node.type === null) ownElement(node, String(node.props))
  before?.(node)
}
