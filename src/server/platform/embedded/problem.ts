// Why Bedside cannot start here: sentences for the person at the terminal, each with what to do.

/** The message is complete: print it alone, without a stack. */
export class StartProblem extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'StartProblem'
  }
}
