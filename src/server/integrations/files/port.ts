// Where the bytes of files are kept. What is put there is encrypted already.

export interface FileStore {
  /** Resolves once it is there for good. What was there under the id is replaced. */
  put(id: string, bytes: Buffer): Promise<void>
  /** Null where there is none. */
  get(id: string): Promise<Buffer | null>
  /** None there is as good. */
  remove(id: string): Promise<void>
  ids(): Promise<string[]>
}
