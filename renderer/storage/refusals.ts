/** What storage cannot do, in words for the person: `message` says what happened, `fix` what to do. */
export class StorageRefusal extends Error {
  override readonly name = 'StorageRefusal'
  readonly code: string
  readonly fix: string
  /** Trying the same again can help. */
  readonly passing: boolean

  constructor(said: { readonly code: string; readonly message: string; readonly fix: string; readonly passing: boolean }) {
    super(said.message)
    this.code = said.code
    this.fix = said.fix
    this.passing = said.passing
  }
}

const BACKUP = 'The edits are still here in this window; download a backup file before you close it.'

export function notKeptHere(): StorageRefusal {
  return new StorageRefusal({
    code: 'not-kept',
    message: 'This workbook is not kept on this machine.',
    fix: 'Open its file, or choose another workbook.',
    passing: false,
  })
}

export function keptAlready(): StorageRefusal {
  return new StorageRefusal({
    code: 'kept-already',
    message: 'A workbook with this id is kept here already.',
    fix: 'Open the kept one, or add this one under a new id.',
    passing: false,
  })
}

export function openElsewhere(): StorageRefusal {
  return new StorageRefusal({
    code: 'open-elsewhere',
    message: 'This workbook is open in another window.',
    fix: 'Go on in that window, or close it and open the workbook here again.',
    passing: false,
  })
}

export function changedElsewhere(): StorageRefusal {
  return new StorageRefusal({
    code: 'changed-elsewhere',
    message: 'Another window has stored this workbook since it was opened here.',
    fix: `Reload to see what is kept. ${BACKUP}`,
    passing: false,
  })
}

export function upgradedElsewhere(): StorageRefusal {
  return new StorageRefusal({
    code: 'upgraded',
    message: 'A newer Skytally has been opened and has taken over the storage.',
    fix: `Reload this window. ${BACKUP}`,
    passing: false,
  })
}

export function newerDatabase(): StorageRefusal {
  return new StorageRefusal({
    code: 'newer-database',
    message: 'The workbooks on this machine were stored by a newer Skytally. Nothing was touched.',
    fix: 'Update Skytally and open it again.',
    passing: false,
  })
}

/** What a browser or the desktop answered to a write, in words. */
export function asRefusal(cause: unknown): StorageRefusal {
  if (cause instanceof StorageRefusal) return cause
  const name = nameOf(cause)
  if (name === 'QuotaExceededError') {
    return new StorageRefusal({
      code: 'full',
      message: 'The browser gives no more room to store in.',
      fix: `Remove workbooks you no longer need, or free disk space. ${BACKUP}`,
      passing: true,
    })
  }
  const detail = cause instanceof Error && cause.message !== '' ? `${name}: ${cause.message.split('\n')[0]}` : name
  return new StorageRefusal({
    code: 'failed',
    message: `Storing failed (${detail}). It is tried again by itself.`,
    fix: `Check that the disk is not full. ${BACKUP}`,
    passing: true,
  })
}

/** Dexie wraps the browser's error; the one inside says more. */
function nameOf(cause: unknown): string {
  if (typeof cause !== 'object' || cause === null) return 'unknown error'
  if ('inner' in cause && cause.inner instanceof Error) return cause.inner.name
  return 'name' in cause && typeof cause.name === 'string' ? cause.name : 'unknown error'
}
