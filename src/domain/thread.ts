// A thread of messages as a page holds it: the newest that it was sent, what was heard since, and what it asked for besides.
// Messages are never changed and never taken away, so two readings held together lose nothing.

interface Dated {
  readonly id: string
  readonly at: number
}

export interface Thread<Message extends Dated> {
  /** Oldest first, without gaps. */
  readonly messages: Message[]
  /** There are earlier ones that are not here. */
  readonly earlierMessages?: true
}

/** So many are sent at once, the newest: what a person reads back. Earlier ones come when they are asked for. */
export const MESSAGES_SENT = 50

const inOrder = (a: Dated, b: Dated) => a.at - b.at || (a.id < b.id ? -1 : 1)

function both<Message extends Dated>(one: readonly Message[], other: readonly Message[]): Message[] {
  const known = new Set(one.map(({ id }) => id))
  return [...one, ...other.filter(({ id }) => !known.has(id))].sort(inOrder)
}

const threadOf = <Message extends Dated>(messages: Message[], earlier: boolean): Thread<Message> =>
  earlier ? { messages, earlierMessages: true } : { messages }

/** The newest of `messages`, which are in order and one more than are sent where there are earlier ones. */
export const newestOf = <Message extends Dated>(messages: Message[]): Thread<Message> =>
  threadOf(messages.slice(-MESSAGES_SENT), messages.length > MESSAGES_SENT)

/** `view` with other messages of its thread. */
function showing<Message extends Dated, View extends Thread<Message>>(view: View, thread: Thread<Message>): View {
  const { earlierMessages: _, ...rest } = view
  return { ...rest, ...thread } as View
}

export const withMessage = <Message extends Dated, View extends Thread<Message>>(
  view: View,
  message: Message,
): View => ({
  ...view,
  messages: both(view.messages, [message]),
})

/** `page` is what stands right before the message `before`; it comes too late where that is not the first here any more. */
export const withEarlier = <Message extends Dated, View extends Thread<Message>>(
  view: View,
  before: string,
  page: Thread<Message>,
): View =>
  view.messages[0]?.id === before
    ? showing(view, threadOf(both(page.messages, view.messages), page.earlierMessages === true))
    : view

/** `read`, a view whose messages are the newest of the thread, with what is known of the thread besides. */
export const holding = <Message extends Dated, View extends Thread<Message>>(
  known: Thread<Message>,
  read: View,
): View => showing(read, joined(known, read))

function joined<Message extends Dated>(known: Thread<Message>, read: Thread<Message>): Thread<Message> {
  const [oldest] = read.messages
  if (!oldest || !read.earlierMessages) return threadOf(both(known.messages, read.messages), false)
  const first = known.messages[0]
  if (first && first.id !== oldest.id && known.messages.some(({ id }) => id === oldest.id))
    return threadOf(both(known.messages, read.messages), known.earlierMessages === true)
  // Between what is older and this there may be some that nobody has heard of.
  const since = known.messages.filter((message) => inOrder(message, oldest) > 0)
  return threadOf(both(since, read.messages), true)
}
