// The navigation for people with one role and with two.
import type { Role } from '#domain/permission'
import type { Example } from '../../ui/example.ts'
import { Navigation } from './navigation.tsx'

const drawn = (name: string, roles: readonly Role[], toSign = 0): Example => ({
  name,
  whole: true,
  draw: () => (
    <div class="staff-frame">
      <div class="staff-body">
        <Navigation reader={{ roles, toSign }} route={{ page: roles.includes('auditor') ? 'audit' : 'console' }} />
        <div class="staff-page">
          <main id="main" class="work-page">
            <h1>Page</h1>
          </main>
        </div>
      </div>
    </div>
  ),
})

export const examples: readonly Example[] = [
  drawn('practitioner', ['practitioner'], 2),
  drawn('practitioner and administrator', ['practitioner', 'administrator'], 12),
  drawn('auditor', ['auditor']),
]
