/** What `provider` gives on either end: the part of WeChat Cloud's client that we use. */
export interface CloudClient {
  callFunction(options: { name: string; data: unknown }): Promise<{ result: unknown }>
  watchSignals(topics: readonly string[], handlers: WatchHandlers): { close(): void }
  uploadFile(options: { cloudPath: string; filePath: string }): Promise<{ fileID: string }>
  /** A file to open: a path on this phone, or the address that a browser downloads it from. */
  downloadFile(fileId: string): Promise<string>
  /** Addresses that an image can load, by file id. */
  resolveFiles(fileIds: readonly string[]): Promise<ReadonlyMap<string, string>>
}

export interface WatchHandlers {
  /** Every matching document as it now stands. */
  onDocs(docs: readonly unknown[]): void
  onError(): void
}
