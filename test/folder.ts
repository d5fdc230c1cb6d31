// An empty folder that goes with the test.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

export async function folderForThisTest(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bedside-test-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}
