// Which timers of a faked clock were set by the code under test. Test files of one process share its clock, and what an earlier
// file left in it may set timers too: whose a timer is stands in the stack of who set it.

/**
 * Of the timers set from now on by files whose path holds `part`. To be called once the clock is faked, and to be ended before
 * it is real again: a clock that finds functions not its own in the place of its own takes them away and puts nothing there.
 */
export function timersSetFrom(part: string): { running(): number; end(): void } {
  const own = new Set<unknown>()
  const { setTimeout: once, setInterval: always, clearTimeout: clearOnce, clearInterval: clearAlways } = globalThis
  const note = (id: unknown) => {
    if (new Error().stack?.includes(part)) own.add(id)
  }
  const setOnce = (run: () => void, ms?: number) => {
    const id = once(() => {
      own.delete(id)
      run()
    }, ms)
    note(id)
    return id
  }
  const setAlways = (run: () => void, ms?: number) => {
    const id = always(run, ms)
    note(id)
    return id
  }
  const without = (clear: (id: never) => void) => (id: unknown) => {
    own.delete(id)
    clear(id as never)
  }
  Object.assign(globalThis, { setTimeout: setOnce, setInterval: setAlways })
  Object.assign(globalThis, { clearTimeout: without(clearOnce), clearInterval: without(clearAlways) })
  return {
    running: () => own.size,
    end: () => {
      Object.assign(globalThis, { setTimeout: once, setInterval: always })
      Object.assign(globalThis, { clearTimeout: clearOnce, clearInterval: clearAlways })
    },
  }
}
