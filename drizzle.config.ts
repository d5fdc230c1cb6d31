// For `npx drizzle-kit generate` after a change of src/server/platform/schema.ts; the product itself needs only the SQL.
import { defineConfig } from 'drizzle-kit'

export default defineConfig({ dialect: 'postgresql', schema: './src/server/platform/schema.ts', out: './migrations' })
