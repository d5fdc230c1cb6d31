// What a model gives back when it closes: subscriptions, timers, other models.

export interface Scope {
  add(...disposers: readonly (() => void)[]): void
  close(): void
}

export function createScope(first: readonly (() => void)[] = []): Scope {
  const disposers = [...first]
  return {
    add: (...more) => void disposers.push(...more),
    close() {
      for (const dispose of disposers.splice(0)) dispose()
    },
  }
}
