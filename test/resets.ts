// Answers those who asked for a new password, as the server does by itself every other second.
import { expect } from 'vitest'
import { openLinkService } from '../src/server/people/links-service.ts'
import type { TestServer } from './server.ts'

/** Returns when every letter is in the outbox: the server's own timer may have one of them in hand. */
export async function answerResets(server: TestServer): Promise<void> {
  await openLinkService(server.served().deps).answerResets()
  await expect.poll(() => server.sql('select 1 from reset_requests where handled_at is null')).toEqual([])
}
