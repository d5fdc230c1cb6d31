// Where the bytes of files are kept. What is put there is encrypted already.

export interface FileStore {
  /** Resolves once it is there for good. What was there under the id is replaced. */
  put(id: string, bytes: Buffer): Promise<void>
  /** Null where there is none. */
  get(id: string): Promise<Buffer | null>
  /** None there is as good. */
  remove(id: string): Promise<void>
  /** Also of what was not put whole. */
  ids(): Promise<string[]>
  /** Whose these files are: of whoever asks first, from then on. False to everybody else, who must remove nothing. */
  claim(owner: string): Promise<boolean>
}
