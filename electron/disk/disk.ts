/** A file open for writing at its end. */
export type WritableFile = {
  write(bytes: Uint8Array): Promise<void>
  /** Resolves when data and metadata are on the disk. */
  sync(): Promise<void>
  /** Resolves when the data (and the length) are on the disk. */
  syncData(): Promise<void>
  truncate(length: number): Promise<void>
  close(): Promise<void>
}

/** What stands at a path once symbolic links are followed. `path` is where writing must go. */
export type Look =
  | { readonly kind: 'missing'; readonly path: string }
  | { readonly kind: 'other'; readonly path: string }
  | { readonly kind: 'file'; readonly path: string; readonly size: number; readonly modified: number; readonly mode: number }

/**
 * The few acts on files that keep a person's work. Everything that must survive a crash goes through these, so that a
 * test can stand in for the disk and stop at any one of them. Failures are rejections with Node's `code`.
 */
export type Disk = {
  look(path: string): Promise<Look>
  read(path: string): Promise<Uint8Array>
  /** Creates a file that must not exist yet. */
  create(path: string, mode: number): Promise<WritableFile>
  /** Opens a file that exists, to write after its last byte. */
  append(path: string): Promise<WritableFile>
  rename(from: string, to: string): Promise<void>
  remove(path: string): Promise<void>
  /** Names in a folder; empty when the folder is missing. */
  list(folder: string): Promise<readonly string[]>
  makeFolder(folder: string): Promise<void>
  /** Makes the names in a folder durable. Without it a rename may be forgotten in a power cut. */
  syncFolder(folder: string): Promise<void>
}

/** Node's error code (`ENOSPC`, `EACCES` …), or the empty string. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}
