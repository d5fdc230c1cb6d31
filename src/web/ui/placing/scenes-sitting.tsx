// Sitting in front of the device, with the camera as high as the eyes.
import type { ComponentChildren } from 'preact'
import { SideLaptop } from './devices.tsx'
import { At, Limb, SideHead } from './figure.tsx'
import { LeaningTablet, Plant } from './things.tsx'

function Seated({ device }: { device: ComponentChildren }) {
  return (
    <>
      <path class="placing-ray" d="M88 66L320 10V134z" />
      <path d="M276 96c4 30 4 60 2 100" />
      <Limb d="M244 180H170c-4 0-6 2-6 6v30" fill="paper" width={30} />
      <path class="placing-tint" d="M232 88c-20 4-28 16-28 34l-2 62c14 8 50 8 62 2l2-62c0-24-8-34-24-36z" />
      <path class="placing-paper" d="M227 80v10c4 6 12 6 16 0V78z" />
      <SideHead x={232} y={62} scale={1.65} turned hair="short" />
      <path d="M102 66h104" class="placing-dash" />
      <g transform="translate(14 146)">
        <path d="M12 10v40M160 10v40" />
        <rect class="placing-paper" x="0" y="0" width="172" height="9" rx="2" />
      </g>
      <rect class="placing-tint" x="72" y="133" width="66" height="13" rx="2" />
      <rect class="placing-deep" x="78" y="121" width="56" height="12" rx="2" />
      <path d="M80 133v13M86 121v12" />
      {device}
      <Plant x={40} y={146} />
      <Limb d="M238 112c-4 16-12 26-28 26h-26" fill="tint" width={17} />
      <circle class="placing-paper" cx="180" cy="138" r="7" />
    </>
  )
}

export const Face = () => <Seated device={<SideLaptop x={110} y={121} scale={1.55} />} />

export const FaceTablet = () => (
  <Seated
    device={
      <At x={112} y={121} scale={1.1}>
        <LeaningTablet x={0} y={0} />
      </At>
    }
  />
)
