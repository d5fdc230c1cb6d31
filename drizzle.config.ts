// For `npx drizzle-kit generate` after a change of the tables; the product itself needs only the SQL.
import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'postgresql',
  schema: ['./src/server/platform/schema*.ts', './src/server/platform/audit/tables.ts'],
  out: './migrations',
})
