/** The file form this program writes. Raise it with a step below whenever an old file would be read differently. */
export const FILE_VERSION = 1

export type JsonObject = Readonly<Record<string, unknown>>

/** `STEPS[n]` turns a file of version n into one of version n + 1, leaving what it does not know for the schema to judge. */
const STEPS: readonly ((file: JsonObject) => JsonObject)[] = [namedTables]

/** A file of an older version in today's form. `version` is what the file says, 0 to FILE_VERSION. */
export function migrate(file: JsonObject, version: number): JsonObject {
  return STEPS.slice(version).reduce((form, step, index) => ({ ...step(form), version: version + index + 1 }), file)
}

/** Version 0, before the first release: `rows`, one `budget` for everything and `hoursPerMonth` beside them. */
function namedTables(file: JsonObject): JsonObject {
  const { rows, hoursPerMonth, budget, ...rest } = file
  return {
    ...rest,
    ...(hoursPerMonth === undefined ? {} : { month: { hours: hoursPerMonth } }),
    ...(rows === undefined ? {} : { components: rows }),
    ...(budget === undefined ? {} : { budgets: [{ scope: 'total', monthly: budget }] }),
  }
}
