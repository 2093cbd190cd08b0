import { BUNDLED_PRICE_BOOK, defaultSettings } from './empty.ts'
import { Fault } from './fault.ts'
import { fileProblems } from './form.ts'
import { parseJson } from './json.ts'
import { FILE_VERSION, migrate, type JsonObject } from './migrations.ts'
import { ORDER_STEP } from './order.ts'
import { nearest, shown, type FileProblem } from './problem.ts'
import { workbookFile, type WorkbookFile } from './schema.ts'
import type { Id, Ordered, Workbook } from './types.ts'

export type ReadResult =
  | { readonly ok: true; readonly workbook: Workbook; readonly migratedFrom?: number }
  | { readonly ok: false; readonly problems: readonly FileProblem[] }

/** Dollars need no exchange rate; this is the day of the prices of the bundled book. */
const DOLLARS_AS_OF = '2026-11-01'

/**
 * A workbook from the text of a `*.skytally` file, or everything that is wrong with it. Never throws for bad text.
 * `newId` makes the ids a hand-written file leaves out.
 */
export function readWorkbook(text: string, newId: () => Id): ReadResult {
  const json = parseJson(text)
  if (!json.ok) return { ok: false, problems: [json.problem] }
  const opened = envelope(json.value)
  if ('problem' in opened) return { ok: false, problems: [opened.problem] }
  const parsed = workbookFile.safeParse(migrate(opened.file, opened.version), { reportInput: true })
  if (!parsed.success) return { ok: false, problems: fileProblems(parsed.error) }
  const problems = [...duplicates(parsed.data), ...strays(parsed.data)]
  if (problems.length > 0) return { ok: false, problems }
  const workbook = toWorkbook(parsed.data, newId)
  return opened.version === FILE_VERSION ? { ok: true, workbook } : { ok: true, workbook, migratedFrom: opened.version }
}

/** Is it ours, and of a version we know? Said before anything else is looked at. */
function envelope(value: unknown): { readonly file: JsonObject; readonly version: number } | { readonly problem: FileProblem } {
  if (!isObject(value))
    return { problem: { at: '', message: `Expected a workbook, found ${shown(value)}.`, fix: 'Open a file that was saved by Skytally.' } }
  if (!Object.hasOwn(value, 'format') || value['format'] !== 'skytally') {
    const meant = Object.hasOwn(value, 'format') ? null : nearest('format', Object.keys(value))
    const fix =
      meant === null || meant === 'format'
        ? 'Open a file that was saved by Skytally; one written by hand begins with "format": "skytally", "version": 1.'
        : `Did you mean "format" where ${JSON.stringify(meant)} stands?`
    return { problem: { at: 'format', message: 'This is not a Skytally workbook: it does not say "format": "skytally".', fix } }
  }
  const version = Object.hasOwn(value, 'version') ? value['version'] : undefined
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 0) {
    return {
      problem: {
        at: 'version',
        message: `Expected the version of the file, found ${shown(version)}.`,
        fix: `Write "version": ${FILE_VERSION}.`,
      },
    }
  }
  if (version > FILE_VERSION) {
    return {
      problem: {
        at: 'version',
        message: `The file was written by a newer Skytally (file version ${version}; this one reads up to ${FILE_VERSION}).`,
        fix: 'Update Skytally, or save the file from the newer one in an older form.',
      },
    }
  }
  return { file: value, version }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const TABLES = ['drivers', 'components', 'budgets', 'schedules', 'environments', 'services', 'scenarios', 'snapshots'] as const

function duplicates(file: WorkbookFile): readonly FileProblem[] {
  return TABLES.flatMap((table) => {
    const seen = new Map<Id, number>()
    return file[table].flatMap(({ id }, index): FileProblem[] => {
      if (id === undefined) return []
      const first = seen.get(id)
      if (first === undefined) {
        seen.set(id, index)
        return []
      }
      return [
        {
          at: `${table}[${index}].id`,
          message: `${JSON.stringify(id)} is also the id of ${table}[${first}].`,
          fix: 'Give one of the two another id, or leave it out to get a new one.',
        },
      ]
    })
  })
}

/** Scenarios that stand on one that does not exist, or on themselves. */
function strays({ scenarios }: WorkbookFile): readonly FileProblem[] {
  const parents = new Map(scenarios.map(({ id, parent }) => [id, parent]))
  return scenarios.flatMap(({ id, parent }, index): FileProblem[] => {
    if (parent === null) return []
    const at = `scenarios[${index}].parent`
    if (!parents.has(parent)) {
      const meant = nearest(
        parent,
        [...parents.keys()].flatMap((one) => one ?? []),
      )
      const fix = meant === null ? 'Write null for the base, or the id of another scenario.' : `Did you mean ${JSON.stringify(meant)}?`
      return [{ at, message: `There is no scenario ${JSON.stringify(parent)}.`, fix }]
    }
    const seen = new Set<Id | null | undefined>([id])
    for (let up: Id | null | undefined = parent; up !== null && up !== undefined; up = parents.get(up)) {
      if (seen.has(up))
        return [{ at, message: 'This scenario stands on itself.', fix: 'Write null for the base, or the id of another scenario.' }]
      seen.add(up)
    }
    return []
  })
}

function toWorkbook(file: WorkbookFile, newId: () => Id): Workbook {
  const settings = {
    ...defaultSettings(file.name, DOLLARS_AS_OF),
    ...(file.currency ? { currency: file.currency } : {}),
    priceBook: file.priceBook ?? { id: BUNDLED_PRICE_BOOK, adjustments: [] },
    ...(file.month ? { month: file.month } : {}),
    rounding: file.rounding,
    freeTier: file.freeTier,
    ...(file.horizon ? { horizon: file.horizon } : {}),
    note: file.note,
  }
  const schedules = table(file.schedules, newId)
  return {
    id: file.id ?? newId(),
    settings: new Map([['settings', settings]]),
    drivers: table(file.drivers, newId),
    components: table(file.components, newId),
    budgets: table(file.budgets, newId),
    schedules: new Map([...schedules].map(([id, schedule]) => [id, { ...schedule, name: schedule.name ?? id }])),
    environments: table(file.environments, newId),
    services: table(file.services, newId),
    scenarios: table(file.scenarios, newId),
    snapshots: table(file.snapshots, newId),
  }
}

function table<R extends { readonly id?: Id }>(records: readonly R[], newId: () => Id): ReadonlyMap<Id, R & Ordered> {
  const taken = new Set(records.map((record) => record.id))
  return new Map(
    records.map((record, index) => {
      const id = record.id ?? freshId(taken, newId)
      return [id, { ...record, id, order: (index + 1) * ORDER_STEP }]
    }),
  )
}

function freshId(taken: Set<Id | undefined>, newId: () => Id): Id {
  for (let tries = 0; tries < 1000; tries++) {
    const id = newId()
    if (taken.has(id)) continue
    taken.add(id)
    return id
  }
  throw new Fault('newId keeps giving ids that are taken.')
}
