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
        <p>One column.</p>
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
        <p>One column.</p>
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
        <p>The whole window.</p>
      </Page>
    ),
  },
  {
    name: 'of nobody yet',
    whole: true,
    draw: () => (
      <Page bottom={<p>Stays at the bottom.</p>}>
        <p>One column.</p>
      </Page>
    ),
  },
]
