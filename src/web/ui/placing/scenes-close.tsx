// Near the device, or with somebody who holds it.
import { Limb, SideSitting, SideStanding, Sitting } from './figure.tsx'
import { Floor, HeldPhone } from './things.tsx'

/** A phone in the hand, held over a knee. */
export function CloseUp() {
  return (
    <>
      <path
        class="placing-paper"
        d="M-6 52C60 40 140 38 186 56c26 12 32 36 30 62l-8 80h-62l4-58c0-14-8-22-24-24-42-4-84-2-132 4z"
      />
      <path class="placing-tint" d="M-6 46c40-6 72-8 96-8 6 24 6 52 0 80-32-2-64 0-96 4z" />
      <path d="M82 40c6 22 6 50 1 76" />
      <Limb d="M314 208c-6-24-18-40-36-52" fill="tint" width={42} />
      <path class="placing-paper" d="M222 150V96c16-2 38 4 46 22 6 14 14 26 20 34 4 6-22 36-34 34-16-2-28-16-32-36z" />
      <g transform="rotate(7 206 88)">
        <rect class="placing-paper" x="166" y="24" width="80" height="132" rx="11" />
        <rect class="placing-ray" x="172" y="36" width="68" height="108" rx="3" />
        <path class="placing-paper" d="M172 62c16-6 36-4 48 4 12 10 16 26 15 44l-2 34h-42v-30c0-12-6-18-19-20z" />
        <g transform="rotate(-24 212 86)">
          <rect class="placing-deep" x="197" y="80" width="30" height="12" rx="6" />
          <path d="M212 86v.010M208 84v.010M216 84v.010M208 88v.010M216 88v.010" />
        </g>
        <path d="M180 54v-9h9M232 54v-9h-9M180 126v9h9M232 126v9h-9" />
        <path d="M200 30h12" />
        <rect class="placing-paper" x="158" y="66" width="18" height="12" rx="6" />
        <rect class="placing-paper" x="157" y="82" width="19" height="12" rx="6" />
        <rect class="placing-paper" x="158" y="98" width="18" height="12" rx="6" />
        <rect class="placing-paper" x="161" y="114" width="15" height="11" rx="5.500" />
        <path
          class="placing-paper"
          d="M264 142c4-14 2-30-6-42-5-7-9-13-15-15-7-2-11 5-7 11 5 7 8 12 8 20 0 10 0 18 2 26"
        />
      </g>
    </>
  )
}

/** Three on a sofa, all of them within the picture. */
export function Family() {
  return (
    <>
      <path d="M34 42V28h16M286 42V28h-16M34 146v14h16M286 146v14h-16" />
      <rect class="placing-deep" x="66" y="70" width="188" height="66" rx="14" />
      <rect class="placing-deep" x="74" y="118" width="172" height="26" rx="6" />
      <Sitting x={112} y={122} scale={1.08} hair="bun" glasses fill="tint" />
      <Sitting x={208} y={122} scale={1.12} hair="short" fill="paper" />
      <Sitting x={160} y={122} scale={0.86} hair="curls" fill="tint" />
      <path class="placing-deep" d="M52 104c0-12 18-12 18 0v42H52zM250 104c0-12 18-12 18 0v42h-18z" />
      <g transform="translate(160 190)">
        <path class="placing-paper" d="M-37-12l-5-34a4 4 0 0 1 4-4h76a4 4 0 0 1 4 4l-5 34z" />
        <path class="placing-tint" d="M-46-12h92v8h-92z" />
        <path d="M0-45v.010M-120-3h240" />
      </g>
    </>
  )
}

/** Somebody else holds the phone. */
export function Helper() {
  return (
    <>
      <path class="placing-ray" d="M134 92L320 26V168H216z" />
      <Floor />
      <SideStanding x={92} y={168} hair="curls" />
      <HeldPhone x={126} y={94} />
      <SideSitting x={254} y={168} turned hair="bun" />
    </>
  )
}

/** Somebody carries the phone and shows the home. */
export function HomeTour() {
  return (
    <>
      <path class="placing-ray" d="M106 92L320 8V168H236z" />
      <Floor />
      <path class="placing-tint" d="M196 168v-20h26v-20h26v-20h26V88h40v80z" />
      <path d="M190 108l84-65h40" />
      <path
        class="placing-thin"
        d="M200 100v48M213 90v58M226 80v48M239 70v58M252 60v48M265 50v58M278 43v45M296 43v45"
      />
      <SideStanding x={66} y={168} hair="short" />
      <HeldPhone x={100} y={94} />
    </>
  )
}
