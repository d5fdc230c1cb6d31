// What is shown when something does not work: fetched then, for most people never.
export { BellHelpStep } from './bell-help.tsx'
export { TroubleStep } from './trouble.tsx'
