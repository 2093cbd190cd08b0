import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { excelName } from '#pricing/export/xlsx/names.ts'
import type { Cell, Sheet } from '#pricing/export/xlsx/sheet.ts'
import { excelWorkbook } from '#pricing/export/xlsx/workbook.ts'
import { writeExcel } from '#pricing/export/xlsx/write.ts'
import { formulasOf, readBy } from './cells.ts'
import { branches, driverLine } from './kit-branches.ts'
import { driver, row, workbookOf } from './kit-workbooks.ts'
import { meta, reportsOf, workbookAt } from './kit.ts'
import { unzipped } from './zip.ts'

const noDecision = { what: '', why: '', who: '', by: '' }

function sheetOf(sheets: readonly Sheet[], name: string): Sheet {
  const found = sheets.find((sheet) => sheet.name === name)
  if (found === undefined) throw new Error(`there is no sheet ${name}`)
  return found
}

function cells(of: Sheet, key: string): readonly Cell[] {
  const at = of.columns.findIndex((column) => column.key === key)
  return of.lines.map((line) => line[at] ?? null)
}

const formulaOf = (cell: Cell | undefined) => (typeof cell === 'object' && cell !== null ? cell.formula : cell)

describe('names in Excel', () => {
  it.each([
    ['users', 'users'],
    ['p95', 'p95_'],
    ['XFD1', 'XFD1_'],
    ['R1C1', 'R1C1_'],
    ['r', 'r_'],
    ['c', 'c_'],
    ['true', 'true_'],
    ['Print_Area', 'Print_Area_'],
    ['print_titles', 'print_titles_'],
    ['_xlnm_Print_Area', '_xlnm_Print_Area_'],
    ['Database', 'Database_'],
    ['database_size', 'database_size'],
    ['print_area_2', 'print_area_2'],
    ['r2', 'r2_'],
    ['RC12', 'RC12_'],
    ['c7', 'c7_'],
    ['nutzer_täglich', 'nutzer_täglich'],
  ])('%s is %s', (name, excel) => {
    expect(excelName(name, new Set())).toBe(excel)
  })

  it('differ by more than their capitals', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,4}$/), { maxLength: 20 }), (names) => {
        const taken = new Set<string>()
        const made = names.map((name) => excelName(name, taken).toLowerCase())
        expect(new Set(made).size).toBe(names.length)
      }),
    )
  })
})

describe('a driver called as the exchange rate’s cell', () => {
  it('stands beside it under a name of its own, and is what formulas read', () => {
    const made = excelWorkbook(
      reportsOf(
        workbookOf([row('a', 'general.flat', { monthly: '=usd_rate * 2' })], [driver('usd_rate', '7')], {
          currency: { code: 'EUR', perUsd: 0.92, asOf: '2026-11-01' },
        }),
      ),
      meta,
    )
    const drivers = sheetOf(made.sheets, 'Drivers')
    expect(cells(drivers, 'name')).toEqual(['hours_in_month', 'exchange rate', 'usd_rate'])
    expect(cells(drivers, 'cellName')).toEqual(['hours_in_month', 'usd_rate', 'usd_rate_2'])
    expect(cells(drivers, 'value')).toEqual([730, 0.92, 7])
  })
})

describe('an Excel workbook', () => {
  const { sheets, names } = excelWorkbook(reportsOf(workbookAt('examples/image-classification.skytally')), meta)

  it('reads what it says: a quantity from its inputs, a cost from quantity and price, a total from rows', () => {
    expect(formulaOf(cells(sheetOf(sheets, 'Summary'), 'monthly')[0])).toBe('IF(ISTEXT(E2),E2,SUM(Components!J2:J7))')
    const servers = cells(sheetOf(sheets, 'Charges'), 'component').indexOf('API servers')
    const line = servers + 2
    expect(formulaOf(cells(sheetOf(sheets, 'Charges'), 'list')[servers])).toBe(`C${line}*E${line}`)
    expect(formulaOf(cells(sheetOf(sheets, 'Charges'), 'quantity')[servers])).toMatch(/^Inputs!E\d+\*Inputs!C\d+$/)
    expect(formulaOf(cells(sheetOf(sheets, 'Inputs'), 'value')[2])).toBe('predictions_per_day/24/10/3600')
    expect(names).toContainEqual({ name: 'image_size', cell: 'Drivers!$B$4' })
  })

  it('shares graduated prices of an account by what is used together', () => {
    const pools = sheetOf(sheets, 'Pools')
    expect(formulaOf(cells(pools, 'quantity')[0])).toMatch(/^SUMIFS\(Charges!N2:N\d+,Charges!M2:M\d+,A2\)$/)
    expect(formulaOf(cells(sheetOf(sheets, 'Charges'), 'list')[3])).toBe('IF(C5=0,0,Pools!F2*C5/Pools!B2)')
  })

  it('lets a later scenario follow the first one wherever it says the same', () => {
    const workbook = workbookOf(
      [row('a', 'general.flat', { monthly: '=users * 2', count: '3' })],
      [driver('users', '10'), driver('other', '5')],
      {},
      [
        {
          id: 's',
          order: 0,
          name: 'More',
          parent: null,
          colour: '',
          decision: noDecision,
          overrides: [{ kind: 'set', table: 'drivers', id: 'users', field: 'value', value: '20' }],
        },
      ],
    )
    const made = excelWorkbook(reportsOf(workbook), meta)
    expect(cells(sheetOf(made.sheets, 'Drivers'), 'value').map(formulaOf)).toEqual([730, 10, 5, 'hours_in_month', 20, 'other'])
    expect(cells(sheetOf(made.sheets, 'Inputs'), 'value').map(formulaOf)).toEqual(['users*2', 3, 'users_s2*2', 'Inputs!D3'])
    expect(cells(sheetOf(made.sheets, 'Comparison'), 'amount1').map(formulaOf)).toEqual([
      'IF(ISNUMBER(Components!K3),Components!K3,NA())',
      'IF(ISNUMBER(Summary!C3),SUMIF(C2:C2,"<1E+300"),NA())',
      'IF(Summary!H3+Summary!I3=0,"nothing",Summary!H3+Summary!I3&" not known")',
    ])
  })

  it('lets a branch follow what it stands on, and nothing follow where a scenario says it itself', () => {
    const made = excelWorkbook(reportsOf(branches('4', '8')), meta)
    const cell = (scenario: string) => cells(sheetOf(made.sheets, 'Drivers'), 'value')[driverLine(made, scenario, 'instances') - 2]
    expect(['Base', 'Reserved', 'EU', 'Pinned'].map((name) => formulaOf(cell(name)))).toEqual([4, 8, 'instances_s3', 4])
    const inputs = sheetOf(made.sheets, 'Inputs')
    const ofFees = cells(inputs, 'component').flatMap((name, at) => (name === 'fee' && cells(inputs, 'input')[at] === 'Count' ? [at] : []))
    const counts = ofFees.map((at) => [cells(inputs, 'scenario')[at], formulaOf(cells(inputs, 'value')[at])])
    const below = `Inputs!D${ofFees[0]! + 2}`
    expect(counts).toEqual([
      ['Base', 3],
      ['Reserved', below],
      ['Pinned', 3],
      ['EU', `Inputs!D${ofFees[1]! + 2}`],
    ])
    expect(cells(sheetOf(made.sheets, 'Summary'), 'first').slice(0, 4)).toEqual(['Base', 'EU', 'Reserved', 'Pinned'])
    expect(circleIn(made.sheets)).toBeNull()
  })

  it('has #N/A where nobody knows a number, so that no total counts it as zero', () => {
    const { sheets: made } = excelWorkbook(
      reportsOf(workbookOf([row('a', 'general.flat', { monthly: '=users' })], [driver('users', '')])),
      meta,
    )
    expect(cells(sheetOf(made, 'Drivers'), 'value')[1]).toEqual({ formula: 'NA()', value: '#N/A' })
    expect(cells(sheetOf(made, 'Summary'), 'unknown')[0]).toMatchObject({ value: 1 })
    expect(cells(sheetOf(made, 'Components'), 'monthly')[0]).toEqual({
      formula: 'IF(ISTEXT(I2),I2,SUMIF(Charges!J2,"<1E+300"))',
      value: 'unknown',
    })
    expect(cells(sheetOf(made, 'Summary'), 'annual')[0]).toEqual({ formula: 'IF(ISTEXT(C2),C2,C2*12)', value: 'unknown' })
  })

  it('goes round in no circle where rows share in what other rows cost', () => {
    const workbook = workbookOf([
      row('a', 'aws.s3', { stored: '60 TB', putRequests: '0', getRequests: '0' }),
      row('b', 'aws.s3', { stored: '=cost("fee")', putRequests: '0', getRequests: '0' }, { region: 'eu-west-1' }),
      row('fee', 'general.flat', { monthly: '=subtotal("storage") * 3%' }),
      row('lazy', 'general.flat', { monthly: '=if(1 > 2, cost("lazy"), 7)' }),
    ])
    const { sheets: made } = excelWorkbook(reportsOf(workbook), meta)
    expect(circleIn(made)).toBeNull()
    expect(cells(sheetOf(made, 'Inputs'), 'value').at(-2)).toBe(7)
  })

  it('says of itself what the figures rest on', () => {
    const said = cells(sheetOf(sheets, 'Summary'), 'first').map(String)
    for (const words of ['bundled-2026-11 of', '2026-11-22T10:00:00Z by Skytally test', '730 hours', 'no offer'])
      expect(
        said.some((text) => text.includes(words)),
        words,
      ).toBe(true)
  })

  it('is the same bytes when it is written again, and well-formed', async () => {
    const made = excelWorkbook(reportsOf(workbookAt('examples/managed-endpoint.skytally')), meta)
    const [first, second] = [await writeExcel(made), await writeExcel(made)]
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true)
    const files = unzipped(first)
    expect(files.get('xl/workbook.xml')!.toString()).toContain('<definedName name="hours_in_month">Drivers!$B$2</definedName>')
    expect(files.get('xl/worksheets/sheet2.xml')!.toString()).toContain('<pane xSplit="1" ySplit="1"')
  })
})

/** Cells that read each other in a circle, found by following every address in every formula; null where there are none. */
function circleIn(sheets: readonly Sheet[]): string | null {
  const formulas = formulasOf(sheets)
  const state = new Map<string, 'open' | 'done'>()
  const visit = (cell: string): string | null => {
    if (state.get(cell) === 'done') return null
    if (state.get(cell) === 'open') return cell
    state.set(cell, 'open')
    for (const next of readBy(cell, formulas.get(cell) ?? '')) {
      const circle = visit(next)
      if (circle !== null) return circle
    }
    state.set(cell, 'done')
    return null
  }
  for (const cell of formulas.keys()) {
    const circle = visit(cell)
    if (circle !== null) return circle
  }
  return null
}
