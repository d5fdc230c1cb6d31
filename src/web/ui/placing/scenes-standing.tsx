// Standing in front of the device: all of the body, or the upper part of it with free hands.
import type { ComponentChildren } from 'preact'
import { SideLaptop } from './devices.tsx'
import { Standing } from './figure.tsx'
import { Books, Floor, LeaningTablet, Plant, Table } from './things.tsx'

/** Something on a table, and somebody far enough away to be seen from head to feet. */
function Stepped({ device }: { device: ComponentChildren }) {
  return (
    <>
      <path class="placing-ray" d="M50 74L320 14V168H206z" />
      <Floor />
      <Table x={16} y={104} wide={90} legs={64} />
      {device}
      <Standing x={246} y={168} hair="bun" glasses />
      <path class="placing-thin" d="M112 180h112M118 175l-6 5 6 5M218 175l6 5-6 5" />
    </>
  )
}

export const WholeBody = () => (
  <Stepped
    device={
      <>
        <SideLaptop x={68} y={104} />
        <Plant x={30} y={104} />
      </>
    }
  />
)

export const WholeBodyTablet = () => (
  <Stepped
    device={
      <>
        <Books x={26} y={104} />
        <LeaningTablet x={70} y={104} />
      </>
    }
  />
)

/** A tablet leaning on books, both hands free. */
export function Propped() {
  return (
    <>
      <path class="placing-ray" d="M92 80L320 8V190H240z" />
      <Standing x={226} y={214} scale={1.45} hair="bob" />
      <path class="placing-paper" d="M14 118h120v80H14z" />
      <path d="M74 118v72M62 140v10M86 140v10" />
      <rect class="placing-paper" x="8" y="110" width="132" height="9" rx="2" />
      <Books x={42} y={110} />
      <LeaningTablet x={96} y={110} />
      <Plant x={26} y={110} />
    </>
  )
}
