import type { Said } from './messages.ts'

/** What refused commands say: what happened, what to do. Names and figures come in as the person knows them. */

const quoted = (text: string): string => `“${text}”`
const list = (items: readonly string[], most = 5): string =>
  items.length <= most ? items.join(', ') : `${items.slice(0, most).join(', ')} and ${String(items.length - most)} more`

export const refusals = {
  rowGone: (): Said => ({ message: 'That row is no longer in the workbook.', fix: 'Select another row and try again.' }),
  driverGone: (): Said => ({ message: 'That driver is no longer in the workbook.', fix: 'Choose another driver and try again.' }),
  budgetGone: (): Said => ({ message: 'That budget is no longer in the workbook.', fix: 'Choose another budget and try again.' }),
  scenarioGone: (): Said => ({ message: 'That scenario is no longer in the workbook.', fix: 'Choose another scenario and try again.' }),
  scenarioNeedsName: (): Said => ({ message: 'A scenario cannot be without a name.', fix: 'Type a name.' }),
  scenarioTaken: (name: string): Said => ({ message: `There is a scenario called ${quoted(name)} already.`, fix: 'Choose another name.' }),
  nothingOverridden: (): Said => ({
    message: 'This scenario holds nothing different here.',
    fix: 'Cells that differ from the base have a mark in their corner.',
  }),
  noDesigns: (): Said => ({ message: 'No design was chosen.', fix: 'Choose at least one region or cloud.' }),
  snapshotGone: (): Said => ({ message: 'That snapshot is no longer in the workbook.', fix: 'Choose another one from the list.' }),
  snapshotTaken: (name: string): Said => ({ message: `There is a snapshot called ${quoted(name)} already.`, fix: 'Choose another name.' }),
  snapshotNeedsName: (): Said => ({ message: 'A snapshot cannot be without a name.', fix: 'Type a name.' }),
  snapshotUnreadable: (name: string, why: string): Said => ({
    message: `The snapshot ${quoted(name)} cannot be read. ${why}`.trim(),
    fix: 'Nothing was changed. Delete it, or mend it in the file of the workbook.',
  }),
  tooManySnapshots: (most: number): Said => ({
    message: `A workbook keeps at most ${String(most)} snapshots.`,
    fix: 'Delete one that is not needed any more.',
  }),
  nothingToMerge: (): Said => ({
    message: 'The other copy has nothing that this workbook has not.',
    fix: 'Nothing was changed. Choose another copy, or take its side somewhere.',
  }),
  droppedHere: (): Said => ({
    message: 'This scenario does without this row.',
    fix: 'Bring it back from its menu, or change it in the scenario that has it.',
  }),
  overridesReset: (count: number): string =>
    count === 1 ? 'One difference was reset to the base.' : `${count.toLocaleString('en-US')} differences were reset to the base.`,
  overridesPushed: (count: number): string =>
    count === 1 ? 'One difference was pushed down.' : `${count.toLocaleString('en-US')} differences were pushed down.`,
  nothingSelected: (): Said => ({ message: 'No row is selected.', fix: 'Select one or more rows first.' }),
  nothingAdded: (): Said => ({ message: 'There is nothing to add.', fix: 'Choose a service first.' }),
  idTaken: (): Said => ({ message: 'A row with that id exists already.', fix: 'Add the row with a fresh id.' }),
  tooManyRows: (most: number): Said => ({
    message: `A workbook holds at most ${most.toLocaleString('en-US')} rows.`,
    fix: 'Delete rows you do not need, or split the workbook.',
  }),
  tooLong: (where: string, most: number): Said => ({
    message: `The text for ${where} is longer than ${most.toLocaleString('en-US')} characters.`,
    fix: 'Shorten it.',
  }),
  needsName: (): Said => ({ message: 'A row cannot be without a name.', fix: 'Type a name, or delete the row.' }),
  needsService: (): Said => ({ message: 'A row cannot be without a service.', fix: 'Choose a service, or delete the row.' }),
  computed: (): Said => ({
    message: 'This figure is computed and cannot be typed over.',
    fix: 'Change the row’s inputs, or use a “Flat monthly rate” row for a figure of your own.',
  }),
  notThere: (row: string, service: string, column: string): Said => ({
    message: `${quoted(row)} is ${service}, which has no ${column}.`,
    fix: 'See the inspector for what this service takes.',
  }),
  noService: (text: string, near: readonly string[]): Said => ({
    message: `There is no service called ${quoted(text)}.`,
    fix: near.length === 0 ? 'Search for one with “Add component”.' : `Did you mean ${list(near)}?`,
  }),
  noOption: (text: string, label: string, options: readonly string[]): Said => ({
    message: `${quoted(text)} is not a choice of ${label}.`,
    fix: `Write one of: ${list(options, 12)}.`,
  }),
  badPurchase: (text: string): Said => ({
    message: `${quoted(text)} does not say how the row is bought.`,
    fix: 'Write “On demand”, “1y no upfront”, “3y all upfront 50%” or “Spot 80%”; join shares with “ + ”.',
  }),
  badTags: (text: string): Said => ({
    message: `${quoted(text)} is not a list of tags.`,
    fix: 'Write them as name=value, separated by commas: team=ml, stage=prod.',
  }),
  duplicateTag: (name: string): Said => ({ message: `The tag ${quoted(name)} stands there twice.`, fix: 'Keep one of them.' }),
  noGroup: (group: string): Said => ({ message: `No row is in a group called ${quoted(group)}.`, fix: 'Choose a group of the sheet.' }),
  groupNeedsName: (): Said => ({ message: 'A group cannot be without a name.', fix: 'Type a name.' }),
  groupTaken: (group: string): Said => ({
    message: `There is a group called ${quoted(group)} already.`,
    fix: 'Choose another name, or move the rows into that group.',
  }),
  driverNameForm: (text: string): Said => ({
    message: `${quoted(text)} cannot be a driver’s name.`,
    fix: 'Use a letter or _, then letters, digits and _, at most 64: requests_per_day.',
  }),
  driverNameReserved: (text: string): Said => ({
    message: `${quoted(text)} is a word of the formula language.`,
    fix: `Choose another name, such as ${text}_count.`,
  }),
  driverNameTaken: (text: string): Said => ({
    message: `There is a driver called ${quoted(text)} already.`,
    fix: 'Choose another name, or change the driver that is there.',
  }),
  takenBelow: (scenario: string, kind: string, name: string): Said => ({
    message: `In the scenario ${quoted(scenario)} another ${kind} is called ${quoted(name)} already.`,
    fix: `Choose another name, or rename that ${kind} in the scenario first.`,
  }),
  rowsDeleted: (names: readonly string[]): string =>
    names.length === 1 ? `Deleted ${quoted(names[0] ?? '')}.` : `Deleted ${names.length.toLocaleString('en-US')} rows.`,
  rowsReplaced: (count: number): string =>
    `The moved rows took the place of ${count === 1 ? 'another row, which is' : `${count.toLocaleString('en-US')} other rows, which are`} gone.`,
  replaced: (written: number, left: readonly string[]): string => {
    const done = `Replaced the text of ${written === 1 ? '1 cell' : `${written.toLocaleString('en-US')} cells`}.`
    if (left.length === 0) return done
    const kept = left.length === 1 ? '1 was left as it is' : `${left.length.toLocaleString('en-US')} were left as they are`
    return `${done} ${kept}. ${left.slice(0, 3).join(' ')}${left.length > 3 ? ` And ${String(left.length - 3)} more.` : ''}`
  },
  rowsMissed: (deleted: readonly string[], uses: readonly string[]): string => {
    const [only] = deleted
    const gone = deleted.length === 1 && only !== undefined ? `${quoted(only)} is gone` : `${String(deleted.length)} rows are gone`
    const formulas = uses.length === 1 ? '1 formula still names' : `${String(uses.length)} formulas still name`
    return `${gone}, but ${formulas} ${deleted.length === 1 ? 'it' : 'them'}: ${list(uses, 3)}.`
  },
  driverUsed: (name: string, uses: readonly string[]): Said => ({
    message: `${quoted(name)} is used in ${String(uses.length)} ${uses.length === 1 ? 'place' : 'places'}: ${list(uses)}.`,
    fix: 'Change those formulas first, then delete the driver.',
  }),
  scheduleGone: (): Said => ({ message: 'That schedule is no longer in the workbook.', fix: 'Choose another schedule and try again.' }),
  scheduleNeedsName: (): Said => ({ message: 'A schedule cannot be without a name.', fix: 'Type a name.' }),
  scheduleTaken: (name: string): Said => ({ message: `There is a schedule called ${quoted(name)} already.`, fix: 'Choose another name.' }),
  scheduleUsed: (name: string, uses: readonly string[]): Said => ({
    message: `${quoted(name)} is used in ${String(uses.length)} ${uses.length === 1 ? 'place' : 'places'}: ${list(uses)}.`,
    fix: 'Change those formulas first, then delete the schedule.',
  }),
  scheduleDeleted: (name: string): string => `Deleted the schedule ${quoted(name)}.`,
  environmentGone: (): Said => ({
    message: 'Those rules are no longer in the workbook.',
    fix: 'Choose another environment and try again.',
  }),
  environmentNeedsName: (): Said => ({ message: 'An environment cannot be without a name.', fix: 'Type a name, such as dev.' }),
  environmentFromItself: (name: string): Said => ({
    message: `${quoted(name)} cannot be made from itself.`,
    fix: 'Choose another environment to take the rows from, or give this one another name.',
  }),
  environmentTaken: (name: string): Said => ({
    message: `Rules make an environment called ${quoted(name)} already.`,
    fix: 'Choose another name, or change those rules.',
  }),
  takenStays: (): Said => ({
    message: 'A row that rules make stands behind the row it is taken from, in the environment of the rules.',
    fix: 'Move the row it is taken from, or make a row of its own by duplicating it.',
  }),
  environmentDeleted: (name: string): string => `Deleted the rules of ${quoted(name)}, and the rows they made.`,
  horizonStart: (text: string): Said => ({ message: `${quoted(text)} is not a month.`, fix: 'Write it as year and month: 2026-12.' }),
  horizonMonths: (most: number): Said => ({
    message: `A forecast looks at 1 to ${String(most)} months.`,
    fix: 'Type a whole number, such as 24.',
  }),
  horizonRate: (text: string): Said => ({
    message: `${quoted(text)} is not a yearly rate.`,
    fix: 'Type a share from 0% to 100%, such as 8%.',
  }),
  budgetAmount: (): Said => ({ message: 'A budget must be an amount above zero.', fix: 'Type the limit for one month, such as 500.' }),
  budgetPhases: (most: number): Said => ({
    message: 'Each later limit needs a month of its own.',
    fix: `Type months from 2 to ${String(most)}; month 1 is the first of the forecast.`,
  }),
  budgetScope: (scope: string): Said => ({
    message: `${quoted(scope)} is not something a budget can be about.`,
    fix: 'Write total, or group:NAME, environment:NAME, category:NAME, cloud:NAME, tag:NAME=VALUE.',
  }),
  budgetTaken: (scope: string): Said => ({ message: `There is a budget for ${quoted(scope)} already.`, fix: 'Change that one.' }),
  workbookName: (): Said => ({ message: 'A workbook cannot be without a name.', fix: 'Type a name.' }),
  currencyCode: (text: string): Said => ({
    message: `${quoted(text)} is not a currency code.`,
    fix: 'Write three letters, such as USD, EUR or JPY.',
  }),
  currencyRate: (): Said => ({
    message: 'The exchange rate must be a number between 0.000001 and 1,000,000,000.',
    fix: 'Type how many units of the currency one US dollar buys.',
  }),
  currencyDate: (text: string): Said => ({ message: `${quoted(text)} is not a date.`, fix: 'Write it as year-month-day: 2026-11-01.' }),
  dollarRate: (): Said => ({ message: 'One US dollar is one US dollar.', fix: 'Choose another currency to give a rate.' }),
  monthHours: (): Said => ({
    message: 'A month has more than 0 and at most 744 hours.',
    fix: 'Type 730 for an average month, 720 for 30 days, 744 for 31.',
  }),
  adjustment: (): Said => ({
    message: 'A negotiated percentage lies between −100 and 1,000.',
    fix: 'Type -7 for seven per cent off the list price.',
  }),
  adjustmentMatch: (text: string): Said => ({
    message: `${quoted(text)} does not say which services the discount is for.`,
    fix: 'Write a service or a pattern, with regions behind a slash: aws.*, aws.ec2, aws.ec2/us-*.',
  }),
  adjustmentTwice: (text: string): Said => ({
    message: `There are two discounts for ${quoted(text)}.`,
    fix: 'Keep one of them, or make one more specific.',
  }),
}
