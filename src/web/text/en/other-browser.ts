// For whoever has to go on in another browser.
const openOther = 'Open Chrome, Edge, Firefox or Safari. Paste the link there.'

export const words = {
  noCallsTitle: 'This browser cannot make video calls',
  noCallsText: `Copy the link of this page. ${openOther}`,
  openOther,
  copy: 'Copy the link',
  copied: 'The link is copied.',
}
