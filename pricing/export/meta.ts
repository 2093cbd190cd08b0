/** What an export says of itself; the clock is the caller's. */
export type ExportMeta = {
  /** ISO date and time of the export, in UTC: `2026-11-22T10:00:00Z`. */
  readonly at: string
  /** What made it: `Skytally 0.1.0`. */
  readonly by: string
}
