// Every example of the product as a state with an address.
import type { Example } from '../src/web/ui/example.ts'

export interface State extends Example {
  /** In the address: `patient/door/door/open-now`. */
  readonly id: string
  /** The file that it comes from: `patient/door/door`. */
  readonly group: string
}

const found = import.meta.glob<{ examples: readonly Example[] }>('../src/web/**/*.examples.tsx', { eager: true })

const slug = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

export const states: readonly State[] = Object.entries(found).flatMap(([path, { examples }]) => {
  const group = path.replace('../src/web/', '').replace('.examples.tsx', '')
  return examples.map((example) => ({ ...example, group, id: `${group}/${slug(example.name)}` }))
})
