// `npm start`: builds what has changed since the last build, and runs the server in this process.
import { build, partsToBuild } from './build.mjs'

const failure = await build(partsToBuild())
if (failure !== 0) process.exit(failure)
await import(new URL('../dist/server/main.js', import.meta.url))
