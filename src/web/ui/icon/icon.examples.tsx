// All icons, in their sizes.
import type { JSX } from 'preact'
import type { Example } from '../example.ts'
import * as equipment from './equipment.tsx'
import type { IconProps } from './line.tsx'
import * as signs from './signs.tsx'
import * as work from './work.tsx'

function Sizes({ Icon }: { Icon: (props: IconProps) => JSX.Element }) {
  return (
    <>
      <Icon size={20} /> <Icon /> <Icon size={32} /> <Icon size={48} />
    </>
  )
}

export const examples: readonly Example[] = [
  ...Object.entries({ ...equipment, ...signs, ...work }).map(([name, Icon]) => ({
    name,
    draw: () => <Sizes Icon={Icon} />,
  })),
]
