// For whoever must hide that they are here.
export const words = {
  hide: 'Hide',
  hideLong: 'Hide this page',
  /** What the browser's history calls the page that was left. */
  title: 'Weather',
  /** A page that says nothing about whoever reads it. */
  address: 'https://www.bbc.co.uk/weather',
}
