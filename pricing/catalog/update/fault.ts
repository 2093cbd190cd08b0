/** An endpoint that did not give what was asked for. What was finished before is kept. */
export class UpdateFault extends Error {
  override readonly name = 'UpdateFault'
  readonly code: 'no-network' | 'refused-by-vendor' | 'broken-answer'
  readonly fix: string

  constructor(code: UpdateFault['code'], message: string, fix: string) {
    super(message)
    this.code = code
    this.fix = fix
  }
}

export const goOn = 'What was finished is kept: ask for the same update again and it goes on from there.'
