import { z } from 'zod'
import { cellText, delegate, exactly, freeKeys, say } from './form.ts'
import { LIMITS } from './limits.ts'
import { shown } from './problem.ts'
import { overrideIn, ruleIn, type Overridable } from './scenarios/read.ts'

/** What a `*.skytally` file of today's version may hold, table by table. Ids may be missing: `read.ts` makes them. */

const id = z
  .string()
  .min(1, { error: say('The id is empty.', 'Give it a name of its own, or leave "id" out.') })
  .max(LIMITS.id)
  .exactOptional()

const workbookId = z
  .string()
  .regex(/^[\w.:-]{1,64}$/, {
    error: (issue) =>
      say(`${shown(issue.input)} cannot name a workbook.`, 'Use up to 64 letters, digits, "-", "_", "." or ":", or leave "id" out.'),
  })
  .exactOptional()

/** A number from `least` to `most`: outside of it, figures would no longer be figures. */
function between(what: string, least: number, most: number, example: string) {
  const error = (issue: { readonly input?: unknown }) =>
    say(`${what} is ${shown(issue.input)}; it must lie between ${least} and ${most}.`, `Write for example ${example}.`)
  return z.number({ error }).min(least, { error }).max(most, { error })
}

function above0(what: string, example: string) {
  return z
    .number()
    .positive({ error: (issue) => say(`${what} is ${shown(issue.input)}; it must be above zero.`, `Write for example ${example}.`) })
}

function listOf<T extends z.ZodType>(record: T, most: number = LIMITS.records) {
  return z.array(record).max(most).default([])
}

const isoDate = z
  .string()
  .refine(isCalendarDay, { error: (issue) => say(`${shown(issue.input)} is not a date.`, 'Write it as 2026-11-01.') })

/** `2026-02-28` is one, `2026-02-31` is not. */
function isCalendarDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? []
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return year !== undefined && date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day)
}

const driver = exactly({
  id,
  name: z.string().regex(new RegExp(`^[\\p{L}_][\\p{L}\\p{N}_]{0,${LIMITS.driverName - 1}}$`, 'u'), {
    error: (issue) => say(`${shown(issue.input)} cannot name a driver.`, 'Use a letter or "_", then letters, digits and "_", 64 at most.'),
  }),
  value: cellText,
  unit: z.string().default(''),
  low: cellText.exactOptional(),
  high: cellText.exactOptional(),
  growth: cellText.exactOptional(),
  confidence: z.enum(['known', 'assumed', 'guessed']).exactOptional(),
  note: z.string().exactOptional(),
})

const share = z.discriminatedUnion(
  'kind',
  [
    exactly({ kind: z.literal('on-demand') }),
    exactly({
      kind: z.literal('reserved'),
      term: z.enum(['1y', '3y']),
      payment: z.enum(['no-upfront', 'partial-upfront', 'all-upfront']),
      offering: z.enum(['standard', 'convertible']).exactOptional(),
      coverage: cellText.default('100%'),
      discount: cellText.exactOptional(),
    }),
    exactly({
      kind: z.literal('spot'),
      coverage: cellText.default('100%'),
      discount: cellText.exactOptional(),
      interruption: cellText.exactOptional(),
      checkpoint: cellText.exactOptional(),
      restart: cellText.exactOptional(),
    }),
  ],
  {
    error: () =>
      say(
        'The way of buying is not known.',
        'Write { "kind": "reserved", "term": "1y", "payment": "no-upfront" }, or "kind" "spot" or "on-demand".',
      ),
  },
)

/** One object or a list; what is bought on demand is what no share covers, so it leaves no share. */
const purchase = z.unknown().transform((input, context) => {
  const shares = Array.isArray(input)
    ? input.map((item, index) => delegate(share, item, context, [index]))
    : [delegate(share, input, context, [])]
  return shares.filter((one) => one.kind !== 'on-demand')
})

const rowPrice = exactly({
  price: cellText.refine((text) => text.trim() !== '', {
    error: say('The price is empty.', 'Write it as in a cell: "0.05", "=0.05 * 0.9"; or leave it out to take the price of the book.'),
  }),
  note: z.string().default(''),
})

const component = exactly({
  id,
  name: z.string(),
  service: z.string(),
  region: z.string().default(''),
  group: z.string().default(''),
  environment: z.string().default(''),
  inputs: freeKeys(cellText, 'sorted').default({}),
  purchase: purchase.default([]),
  prices: freeKeys(rowPrice, 'sorted').default({}),
  tags: freeKeys(cellText, 'sorted').default({}),
  note: z.string().default(''),
})

const months = z.int().min(1).max(LIMITS.months)

const budget = exactly({
  id,
  scope: z.string(),
  monthly: above0('The limit', '500'),
  warnAt: cellText.default('80%'),
  failAt: cellText.exactOptional(),
  phases: z
    .array(exactly({ month: months, monthly: above0('The limit', '500') }))
    .max(LIMITS.months)
    .exactOptional(),
})

const scaling = exactly({
  load: cellText,
  capacity: cellText,
  target: cellText.default('70%'),
  minimum: cellText.default('1'),
  maximum: cellText,
  coolDownMinutes: cellText.exactOptional(),
  stabilisationMinutes: cellText.exactOptional(),
})

const schedule = exactly({ id, name: z.string().exactOptional(), weekly: z.string().default(''), scaling: scaling.exactOptional() })

const environment = exactly({ id, name: z.string().min(1), from: z.string(), rules: z.array(ruleIn(() => component.shape)).default([]) })

const userInput = exactly({ label: z.string(), unit: z.string().default(''), default: cellText.exactOptional() })
const userCharge = exactly({
  label: z.string(),
  unit: z.string().default(''),
  quantity: cellText,
  price: z.array(exactly({ upTo: cellText.exactOptional(), price: cellText })),
  discount: cellText.exactOptional(),
})
const userService = exactly({
  id,
  name: z.string(),
  category: z.string().default('other'),
  inputs: freeKeys(userInput, 'as written').default({}),
  charges: freeKeys(userCharge, 'as written').default({}),
})

const currency = exactly({
  code: z.string().regex(/^[A-Z]{3}$/, {
    error: (issue) => say(`${shown(issue.input)} is not a currency code.`, 'Write three capital letters, such as USD or EUR.'),
  }),
  perUsd: between('The exchange rate', LIMITS.leastRate, LIMITS.mostRate, '0.92'),
  asOf: isoDate,
}).superRefine(({ code, perUsd }, context) => {
  // The prices are in US dollars: another rate for them would multiply every figure without a word.
  if (code !== 'USD' || perUsd === 1) return
  const fix = 'Write "perUsd": 1, or the code of the currency that this is the rate of.'
  context.addIssue({ code: 'custom', message: say(`One USD cannot be worth ${perUsd} USD.`, fix), path: ['perUsd'] })
})

const settingsFields = {
  currency,
  priceBook: exactly({
    id: z.string().min(1),
    adjustments: z
      .array(exactly({ match: z.string(), percent: between('The adjustment', -100, 1000, '-7'), note: z.string().default('') }))
      .default([]),
  }),
  month: exactly({ hours: between('The hours of a month', 1, 744, '730') }),
  rounding: z.enum(['exact', 'vendor']),
  horizon: exactly({
    start: z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, {
      error: (issue) => say(`${shown(issue.input)} is not a month.`, 'Write it as 2026-12.'),
    }),
    months,
    yearlyRate: cellText.default('0%'),
  }),
  freeTier: z.boolean(),
  note: z.string(),
}

/** What an override may hold, table by table: the fields of a record as a file writes them, and the record itself. */
const overridable = {
  settings: { fields: settingsFields },
  drivers: { fields: driver.shape, record: driver },
  components: { fields: component.shape, record: component },
  budgets: { fields: budget.shape, record: budget },
  schedules: { fields: schedule.shape, record: schedule.transform((one) => ({ ...one, name: one.name ?? one.id ?? '' })) },
  environments: { fields: environment.shape, record: environment },
  services: { fields: userService.shape, record: userService },
} as const satisfies Overridable

const decision = exactly({
  what: z.string().default(''),
  why: z.string().default(''),
  who: z.string().default(''),
  by: z.string().default(''),
})

const scenario = exactly({
  id,
  name: z.string(),
  parent: z.string().nullable().default(null),
  colour: z.string().default(''),
  decision: decision.default({ what: '', why: '', who: '', by: '' }),
  overrides: listOf(overrideIn(overridable)),
})

const snapshot = exactly({
  id,
  name: z.string(),
  note: z.string().default(''),
  at: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d/, {
    error: (issue) => say(`${shown(issue.input)} is not a date with its time.`, 'Write it as 2026-11-01T09:30:00Z.'),
  }),
  total: exactly({ monthly: z.number(), currency: z.string(), unknown: z.number() }).nullable().default(null),
  document: z.unknown().refine(isWorkbookFile, {
    error: (issue) =>
      say(`${shown(issue.input)} is not a workbook.`, 'It begins with "format": "skytally", "version": 1, as the file itself does.'),
  }),
}).transform(({ document, ...others }) => ({ ...others, text: `${JSON.stringify(document, null, 2)}\n` }))

/** Whether it says so; what it holds is checked when somebody goes back to it. */
function isWorkbookFile(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'format' in value && value.format === 'skytally'
}

export const workbookFile = exactly({
  format: z.literal('skytally'),
  version: z.literal(1),
  id: workbookId,
  name: z.string(),
  currency: settingsFields.currency.exactOptional(),
  priceBook: settingsFields.priceBook.exactOptional(),
  month: settingsFields.month.exactOptional(),
  rounding: settingsFields.rounding.default('exact'),
  horizon: settingsFields.horizon.exactOptional(),
  freeTier: settingsFields.freeTier.default(false),
  note: settingsFields.note.default(''),
  drivers: listOf(driver),
  components: listOf(component, LIMITS.components),
  budgets: listOf(budget),
  schedules: listOf(schedule),
  environments: listOf(environment),
  services: listOf(userService),
  scenarios: listOf(scenario),
  snapshots: listOf(snapshot, LIMITS.snapshots),
})

export type WorkbookFile = z.output<typeof workbookFile>
