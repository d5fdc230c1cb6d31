// The last step of the build: see built.mjs.
import { stampTheBuild } from './built.mjs'

stampTheBuild()
