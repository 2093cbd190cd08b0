/** What a person has looked at and found right, one cloud's worth: the tests of every service are held to these lists. */
export type Reviewed = {
  /** Rate keys that are sold and declared although the bundled book holds no price of them in any region: unknown, never zero. */
  readonly unpriced: readonly string[]
  /** Rate keys of the book that no declaration can ask for, each with the reason. */
  readonly unreachable: Readonly<Record<string, string>>
  /** `<service> <charge>` of what costs something by default although nothing is used. */
  readonly fixed: readonly string[]
  /** `<service> <input>` whose 0 means "like the others", so that a small number may be less than 0. */
  readonly standsForAnother: readonly string[]
  /** `<service> <input>` where the vendor really charges less for more, each with the reason. */
  readonly falls: Readonly<Record<string, string>>
  /** Services whose prices are sourced for other regions than the cloud's usual one: where the tests price them. */
  readonly regions: Readonly<Record<string, string>>
}
