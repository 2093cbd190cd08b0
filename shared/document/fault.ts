/** A bug of ours, never a mistake of a person: the program's own pieces disagree. */
export class Fault extends Error {
  override readonly name = 'Fault'
}
