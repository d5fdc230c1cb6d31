// The page for getting no more e-mails, joined to the browser. Fetched only at its own address.
import { call } from '../net/api.ts'
import { createStopModel, type StopModel } from './stop/stop-model.ts'

export { StopScreen } from './stop/stop-screen.tsx'

export const createStop = (token: string): StopModel =>
  createStopModel((wish) => call('POST', '/api/open/opt-out', { token, wish }))
