import type { Override, Scenario, Workbook } from '#shared/document/types.ts'
import type { ExcelWorkbook } from '#pricing/export/xlsx/workbook.ts'
import { driver, row, workbookOf } from './kit-workbooks.ts'

/** EU stands before the branch that it stands on, as tabs may. Pinned holds the base's `4` and `3` as its own. */
export function branches(inBase: string, inReserved: string): Workbook {
  const components = [
    row('vm', 'aws.ec2', { size: 't3.medium', count: '=instances' }),
    row('fee', 'general.flat', { monthly: '7', count: '3' }),
  ]
  return workbookOf(components, [driver('instances', inBase), driver('spare', '2')], {}, [
    scenario('eu', 'EU', 'reserved', [set('components', 'vm', 'region', 'eu-west-1')]),
    scenario('reserved', 'Reserved', null, [set('drivers', 'instances', 'value', inReserved)]),
    scenario('pinned', 'Pinned', null, [set('drivers', 'instances', 'value', '4'), set('components', 'fee', 'inputs.count', '3')]),
  ])
}

/** The line of a driver in the file. */
export function driverLine({ sheets }: ExcelWorkbook, scenario: string, name: string): number {
  return sheets.find((sheet) => sheet.name === 'Drivers')!.lines.findIndex((line) => line[0] === scenario && line[1] === name) + 2
}

function scenario(id: string, name: string, parent: string | null, overrides: readonly Override[]): Scenario {
  return { id, order: 0, name, parent, colour: '', decision: { what: '', why: '', who: '', by: '' }, overrides }
}

function set(table: 'drivers' | 'components', id: string, field: string, value: string): Override {
  return { kind: 'set', table, id, field, value }
}
