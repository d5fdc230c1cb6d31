// A ladder for as long as a call's screen stands.
import { useEffect, useMemo, useRef } from 'preact/hooks'
import { useStore } from '../kit/store.ts'
import { createLadder, type LadderPorts, type Rung } from './ladder.ts'

export function useLadder(without: boolean, cameraIsOn: boolean, ports: LadderPorts): Rung {
  const newest = useRef(ports)
  newest.current = ports
  const ladder = useMemo(
    () =>
      createLadder({
        cameraOff: () => newest.current.cameraOff(),
        cameraOn: () => newest.current.cameraOn(),
        failed: () => newest.current.failed?.(),
        cameBack: () => newest.current.cameBack?.(),
      }),
    [],
  )
  useEffect(() => ladder.hear(without), [without])
  useEffect(() => ladder.camera(cameraIsOn), [cameraIsOn])
  useEffect(() => ladder.close, [])
  return useStore(ladder.rung)
}
