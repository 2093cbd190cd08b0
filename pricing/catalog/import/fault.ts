/** A price list that cannot be read: where in it, what is wrong, what to do. Nothing of the import is kept. */
export class ImportFault extends Error {
  override readonly name = 'ImportFault'
  /** Line, record or byte, in words: `line 12`. Empty when it concerns the whole file. */
  readonly place: string
  readonly fix: string

  constructor(place: string, message: string, fix: string) {
    super(message)
    this.place = place
    this.fix = fix
  }
}

/** The person stopped the import. */
export class ImportCancelled extends Error {
  override readonly name = 'ImportCancelled'
}

export const fetchAgain = 'Fetch the file again and import it once more.'
