// A process full of patients' pages that wait. Arguments: dialect, the server's port, the address to call from.
import type { Socket } from 'socket.io-client'
import { openCaller } from './caller.ts'
import type { Kind, LoadPatient, ToLoad } from './words.ts'

const [kind, port, address] = process.argv.slice(2) as [Kind, string, string]
const caller = openCaller(kind, Number(port), address)

/** In order of arrival. */
const here: { patient: LoadPatient; socket: Socket }[] = []
let failed = 0

async function open(patient: LoadPatient): Promise<void> {
  try {
    here.push({ patient, socket: await caller.open(patient) })
  } catch (error) {
    failed += 1
    if (failed === 1) console.error(`a patient could not open: ${error instanceof Error ? error.message : error}`)
  }
}

/** A steady stream and never more than 50 at a time under way. */
async function connectAll(patients: readonly LoadPatient[], perSecond: number): Promise<void> {
  const begun = performance.now()
  const underWay = new Set<Promise<void>>()
  for (const [index, patient] of patients.entries()) {
    const wait = begun + (index * 1000) / perSecond - performance.now()
    if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait))
    if (underWay.size >= 50) await Promise.race(underWay)
    const one = open(patient).finally(() => underWay.delete(one))
    underWay.add(one)
  }
  await Promise.all(underWay)
}

async function leave(): Promise<void> {
  const longest = here.shift()
  if (!longest) return
  try {
    await caller.leave(longest.patient)
  } catch {
    failed += 1
  }
  longest.socket.disconnect()
}

process.on('message', (message: ToLoad) => {
  if (message.type === 'connect')
    void connectAll(message.patients, message.perSecond).then(() =>
      process.send?.({ type: 'connected', count: here.length, failed }),
    )
  if (message.type === 'come') void open(message.patient)
  if (message.type === 'go') void leave()
})
