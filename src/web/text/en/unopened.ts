// What a page says that does not open.
export const words = {
  title: 'This page has not opened yet',
  wait: 'The line may be slow. Please wait a minute.',
  why: 'Nothing happens? Your web browser may be too old, or something in it blocks this page.',
  tryThis: [
    'Try another browser, such as Chrome, Safari, Edge or Firefox.',
    'Or try another phone, tablet or computer.',
    'Or phone your clinic instead.',
  ],
  number: 'The number is in your letter or message.',
}
