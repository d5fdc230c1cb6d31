// Enter as "done" in a field. Where one character is made of many keys (Chinese, Japanese, Korean), Enter also ends a
// composition and means nothing else then. In Safari the composition has ended by the time of the key event; only the old
// key code shows it.

const BEING_COMPOSED = 229

type Pressed = Pick<KeyboardEvent, 'key' | 'isComposing' | 'keyCode'>

export const isEnter = ({ key, isComposing, keyCode }: Pressed): boolean =>
  key === 'Enter' && !isComposing && keyCode !== BEING_COMPOSED
