/** The journal file begins with something this program did not write. It is left as it is. */
export class JournalUnreadable extends Error {
  readonly code = 'JOURNAL_UNREADABLE'
  readonly path: string

  constructor(path: string) {
    super(`${path} is not a journal this version can read`)
    this.path = path
  }
}
