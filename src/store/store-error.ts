/** Why a ledger file cannot be used (exit 5), failed its proof (4), or may or may not have recorded (75). */
export type StoreFault =
  | { readonly code: 'ledger-missing'; readonly path: string }
  | { readonly code: 'ledger-exists'; readonly path: string; readonly training?: boolean }
  | { readonly code: 'ledger-path'; readonly path: string }
  | { readonly code: 'ledger-folder-missing'; readonly path: string }
  | { readonly code: 'not-a-file'; readonly path: string }
  | { readonly code: 'file-unreadable'; readonly path: string }
  | { readonly code: 'not-a-ledger'; readonly path: string }
  | { readonly code: 'ledger-empty'; readonly path: string }
  | { readonly code: 'ledger-newer'; readonly path: string; readonly version: number }
  | { readonly code: 'ledger-read-only'; readonly path: string }
  | { readonly code: 'ledger-locked'; readonly path: string }
  | { readonly code: 'ledger-damaged'; readonly path: string; readonly detail: string }
  | { readonly code: 'disk-full'; readonly path: string; readonly freeBytes: number }
  | { readonly code: 'network-folder'; readonly path: string }
  | { readonly code: 'unsafe-folder'; readonly path: string }
  | { readonly code: 'storage-failed'; readonly path: string; readonly detail: string }
  | { readonly code: 'leftover-beside'; readonly path: string }
  | { readonly code: 'backup-missing'; readonly path: string }
  | { readonly code: 'backup-exists'; readonly path: string }
  | { readonly code: 'backup-unwritable'; readonly path: string }
  | { readonly code: 'not-a-backup'; readonly path: string }
  | { readonly code: 'backup-in-use'; readonly path: string }
  | { readonly code: 'engine-too-old'; readonly version: string }
  | { readonly code: 'outcome-unknown'; readonly path: string; readonly detail: string }

export class StoreError extends Error {
  override name = 'StoreError'
  readonly fault: StoreFault
  constructor(fault: StoreFault) {
    super(fault.code)
    this.fault = fault
  }
}

export function storeFault(fault: StoreFault): never {
  throw new StoreError(fault)
}

/** SQLite's own extended code (`SQLITE_IOERR_FSYNC`); undefined for an error that is not SQLite's. */
export function sqliteCodeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string')
    return undefined
  return error.code.startsWith('SQLITE_') ? error.code : undefined
}

/** SQLite's own error → ours; anything that is not SQLite's goes through unchanged, and so does a broken rule. */
export function asStoreError(error: unknown, path: string, freeBytes: () => number): unknown {
  const code = sqliteCodeOf(error)
  if (code === undefined || code.startsWith('SQLITE_CONSTRAINT')) return error
  const detail = error instanceof Error ? error.message : code
  return new StoreError(faultOf({ code, path, detail }, freeBytes))
}

type SqliteFailure = { readonly code: string; readonly path: string; readonly detail: string }

/** With less room than this, a write that fails fails for want of room, whatever SQLite calls it. */
const NEXT_TO_NOTHING = 1024 * 1024

function faultOf({ code, path, detail }: SqliteFailure, freeBytes: () => number): StoreFault {
  if (code.startsWith('SQLITE_FULL')) return { code: 'disk-full', path, freeBytes: freeBytes() }
  if (code.startsWith('SQLITE_READONLY')) return { code: 'ledger-read-only', path }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return { code: 'ledger-locked', path }
  if (code === 'SQLITE_NOTADB') return { code: 'not-a-ledger', path }
  if (code.startsWith('SQLITE_CORRUPT')) return { code: 'ledger-damaged', path, detail }
  const room = freeBytes()
  if (room < NEXT_TO_NOTHING) return { code: 'disk-full', path, freeBytes: room }
  if (code.startsWith('SQLITE_CANTOPEN')) return { code: 'ledger-read-only', path }
  return { code: 'storage-failed', path, detail: code }
}
