/** A price book that cannot be used. `message` says what is wrong with it, `fix` what to do; nothing of the book is kept. */
export class BookFault extends Error {
  override readonly name = 'BookFault'
  readonly fix: string

  constructor(message: string, fix = 'Install Skytally again, or compile the book with "npm run prices".') {
    super(message)
    this.fix = fix
  }
}
