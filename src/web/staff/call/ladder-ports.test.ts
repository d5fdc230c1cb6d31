import { expect, test } from 'vitest'
import { ladderPorts } from './ladder-ports.ts'

test('[CS54] what failed, and that it came back, stand in the note with their times; the camera is the own one', () => {
  const did: unknown[] = []
  let medium = 'video'
  const state = { get: () => ({ camera: 'on' }) }
  const ports = ladderPorts({
    local: { state, setCameraOn: (on: boolean) => did.push(on) },
    beside: { writeLine: (line: string) => did.push(line) },
    view: { get: () => ({ medium }) },
    serverNow: () => Date.UTC(2027, 0, 4, 10, 32),
  } as unknown as Parameters<typeof ladderPorts>[0])
  expect(ports.cameraOff()).toBe(true)
  ports.failed?.()
  ports.cameraOn()
  ports.cameBack?.()
  medium = 'phone'
  ports.cameraOn()
  expect(did).toEqual([
    false,
    expect.stringMatching(/^\d\d?:32.*No picture or sound for 45 seconds/),
    true,
    expect.stringMatching(/^\d\d?:32.*came back/),
  ])
})
