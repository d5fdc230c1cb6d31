// Enter that means "done" in a field. Where one character is made of many keys (Chinese, Japanese, Korean), Enter also ends
// the making of one, and means nothing else then. Safari says so only by the old key code: there the composition has
// ended already when the key is told.

const BEING_COMPOSED = 229

type Pressed = Pick<KeyboardEvent, 'key' | 'isComposing' | 'keyCode'>

export const isEnter = ({ key, isComposing, keyCode }: Pressed): boolean =>
  key === 'Enter' && !isComposing && keyCode !== BEING_COMPOSED
