// The frame of a page.
import { Button } from '../button/button.tsx'
import type { Example } from '../example.ts'
import { Page } from './page.tsx'

export const examples: readonly Example[] = [
  {
    name: 'for people',
    whole: true,
    draw: () => (
      <Page organisation="Riverside Community Health" part="Diabetes clinic">
        <h1>One column</h1>
      </Page>
    ),
  },
  {
    name: 'of the sample clinic, with long names',
    whole: true,
    draw: () => (
      <Page
        sample
        organisation="Ealing and North West London Community Dietetics and Nutrition Partnership"
        part="Children’s allergy and food intolerance clinic for the under fives"
      >
        <h1>One column</h1>
      </Page>
    ),
  },
  {
    name: 'for work',
    whole: true,
    draw: () => (
      <Page
        width="wide"
        organisation="Riverside Community Health"
        aside={
          <Button kind="quiet" size="small" onPress={() => {}}>
            Sign out
          </Button>
        }
      >
        <h1>The whole window</h1>
      </Page>
    ),
  },
  {
    name: 'of nobody yet',
    whole: true,
    draw: () => (
      <Page bottom={<nav aria-label="Ways out">Stays at the bottom.</nav>}>
        <h1>One column</h1>
      </Page>
    ),
  },
]
