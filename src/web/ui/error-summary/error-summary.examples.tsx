// The list of what to mend.
import type { Example } from '../example.ts'
import { ErrorSummary } from './error-summary.tsx'

export const examples: readonly Example[] = [
  { name: 'one', draw: () => <ErrorSummary errors={[{ fieldId: 't1', text: 'Type your first name' }]} /> },
  {
    name: 'several, with its own title',
    draw: () => (
      <ErrorSummary
        title="Before you can go on"
        errors={[
          { fieldId: 't1', text: 'Type your first name' },
          { fieldId: 'd1', text: 'Check your date of birth. For example, 31 3 1980' },
        ]}
      />
    ),
  },
]
