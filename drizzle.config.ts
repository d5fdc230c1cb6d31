// For `npx drizzle-kit generate` after a change of the tables; the product itself needs only the SQL.
import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'postgresql',
  schema: [
    './src/server/platform/schema.ts',
    './src/server/platform/schema-people.ts',
    './src/server/platform/schema-settings.ts',
    './src/server/platform/schema-provider.ts',
    './src/server/platform/schema-devices.ts',
    './src/server/platform/schema-glass.ts',
    './src/server/platform/schema-factors.ts',
    './src/server/platform/audit/tables.ts',
  ],
  out: './migrations',
})
