// For `npx drizzle-kit generate` after a change of the schema; the product itself needs only the SQL.
import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'postgresql',
  schema: ['./src/server/platform/schema.ts', './src/server/platform/schema-people.ts'],
  out: './migrations',
})
