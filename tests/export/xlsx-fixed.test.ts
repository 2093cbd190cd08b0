import { describe, expect, it } from 'vitest'
import type { PurchaseShare, Workbook } from '#shared/document/types.ts'
import type { Cell, Sheet } from '#pricing/export/xlsx/sheet.ts'
import { excelWorkbook } from '#pricing/export/xlsx/workbook.ts'
import { saysFixed } from './cells.ts'
import { driver, row, workbookOf } from './kit-workbooks.ts'
import { meta, reportsOf } from './kit.ts'

const machines = { size: 'm5.large', count: '=users' }
const spot: PurchaseShare = { kind: 'spot', coverage: '60%', discount: '70%', interruption: '5 h', checkpoint: '6 min', restart: '0.5' }

/** Cells of one line, by the keys of the columns; the line whose first column says `name`. */
function line(workbook: Workbook, sheetName: string, name: string): Readonly<Record<string, Cell>> {
  const { sheets } = excelWorkbook(reportsOf(workbook), meta)
  const { columns, lines }: Sheet = sheets.find((one) => one.name === sheetName)!
  const found = lines.find(([first]) => first === name)!
  return Object.fromEntries(columns.map(({ key }, at) => [key, found[at] ?? null]))
}

const formula = (cell: Cell | undefined) => (typeof cell === 'object' && cell !== null ? cell.formula : cell)

describe('what Excel cannot follow is a value that says so', () => {
  it('machines that commitment rows may cover, and the commitments: all are worked out together', () => {
    const workbook = workbookOf(
      [
        row('web', 'aws.ec2', machines),
        row('plan', 'aws.compute-savings-plan', { commitment: '0.1', discount: '30%' }, { region: '' }),
        row('own', 'aws.ec2', machines, { prices: { instances: { price: '0.05', note: '' } } }),
        row('fee', 'general.flat', { monthly: '=users' }),
      ],
      [driver('users', '3')],
    )
    const [report] = reportsOf(workbook)
    for (const name of ['web', 'plan']) {
      const charge = line(workbook, 'Charges', name)
      expect(charge['cost']).toBe(report.estimate.components.find(({ id }) => id === name)!.charges[0]!.cost)
      expect(saysFixed(charge['note'] ?? null)).toBe(true)
    }
    expect(line(workbook, 'Purchase', 'web')['how']).toBe('Covered by plan')
    expect(line(workbook, 'Summary', 'Fixed values')['first']).toMatch(/^2 lines do not follow a change/)
    for (const name of ['own', 'fee']) expect(formula(line(workbook, 'Charges', name)['cost'])).toMatch(/^F\d$/)
  })

  it('quantities worked out hour by hour, also through names and derived figures: their mean would give another figure', () => {
    const workbook = workbookOf(
      [row('web', 'aws.ec2', { size: 'm5.large', count: '=ceil(load / 7)' }), row('net', 'aws.data-transfer', { internet: '=load * 100' })],
      [driver('load', '08-18 = 10, else 1')],
    )
    const [report] = reportsOf(workbook)
    expect(line(workbook, 'Inputs', 'web')['value']).toBeCloseTo((2 * 10 + 14) / 24, 12)
    expect(line(workbook, 'Charges', 'web')['cost']).toBe(report.estimate.components[0]!.charges[0]!.cost)
    const net = line(workbook, 'Charges', 'net')
    expect(saysFixed(net['note'] ?? null)).toBe(true)
    expect(formula(net['list'])).toContain('Pools!')
  })
})

describe('what Excel follows as the app does', () => {
  it('hours lost on spot stand in the formula of what spot saves', () => {
    const workbook = workbookOf([row('web', 'aws.ec2', machines, { purchase: [spot] })], [driver('users', '3')])
    const bought = line(workbook, 'Purchase', 'web')
    expect(bought['lost']).toEqual({ formula: 'SQRT(2*H2/G2)+I2/G2', value: expect.closeTo(Math.sqrt(0.04) + 0.1, 12) })
    expect(formula(bought['saved'])).toBe('Charges!C2*D2*Charges!E2*(1-(1-E2)*(1+J2))')
    expect(formula(line(workbook, 'Charges', 'web')['cost'])).toBe('(F2-G2)')
  })

  it('a driver that has grown by the month of the figures is counted so by what reads it, and can be typed over', () => {
    const growing = workbookOf(
      [row('fee', 'general.flat', { monthly: '=users' })],
      [driver('users', '10', { growth: 'season 1.5, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1' }), driver('twice', '=users * 2', { growth: 'soon' })],
    )
    expect(line(growing, 'Drivers', 'users')['value']).toBe(10)
    expect(line(growing, 'Inputs', 'fee')['value']).toEqual({ formula: 'users*1.5', value: 15 })
    expect(line(growing, 'Drivers', 'twice')['value']).toMatchObject({ value: '#VALUE!' })
  })

  it('a literal that its field does not take is an error, also where it is an amount per time', () => {
    const workbook = workbookOf([row('web', 'aws.ec2', { ...machines, hours: '30 h/day' })], [driver('users', '3')])
    const { sheets } = excelWorkbook(reportsOf(workbook), meta)
    const inputs = sheets.find(({ name }) => name === 'Inputs')!
    const hours = inputs.lines.find((cells) => cells.includes('30 h/day'))!
    expect(hours[2]).toMatchObject({ value: '#VALUE!', formula: expect.stringContaining('VALUE(') })
  })

  it('a budget has the limit of its month, and warns and fails at amounts as at shares', () => {
    const budget = { id: 'b', order: 1, scope: 'total', monthly: 100, warnAt: '80', failAt: '110%', phases: [{ month: 1, monthly: 50 }] }
    const nobody = { id: 'n', order: 2, scope: 'group:Nobody', monthly: 10, warnAt: '' }
    const workbook = {
      ...workbookOf([row('fee', 'general.flat', { monthly: '45' })]),
      budgets: new Map([
        ['b', { ...budget, warnAt: '40' }],
        ['n', nobody],
      ]),
    }
    expect(line(workbook, 'Budgets', 'total')).toMatchObject({
      limit: 50,
      near: 40,
      over: { formula: 'B2*1.1', value: expect.closeTo(55, 9) },
      status: {
        value: 'near the limit',
        formula:
          'IF(N(E2)>D2*1.000000001,"over budget",IF(H2+I2>0,"not certain, "&IF(H2+I2=1,"1 figure is",H2+I2&" figures are")&" missing",IF(N(E2)>=C2*0.999999999,"near the limit","within budget")))',
      },
      note: '100 at first; 50 from month 1 on.',
    })
    expect(line(workbook, 'Budgets', 'group:Nobody')).toMatchObject({ actual: null, ratio: null, status: 'cannot be read' })
  })

  it('a row of which nothing is known costs no zero in a comparison', () => {
    const lean = {
      id: 's',
      order: 1,
      name: 'Lean',
      parent: null,
      colour: '',
      decision: { what: '', why: '', who: '', by: '' },
      overrides: [],
    }
    const workbook = workbookOf([row('fee', 'general.flat', { monthly: '' })], [], {}, [lean])
    expect(line(workbook, 'Comparison', 'fee')).toMatchObject({ amount0: { value: '#N/A' }, difference1: { value: '#N/A' } })
    expect(line(workbook, 'Comparison', 'Total')).toMatchObject({ amount1: { value: '#N/A' }, difference1: { value: '#N/A' } })
    expect(line(workbook, 'Comparison', 'Left out of the total')).toMatchObject({ amount0: { value: '1 not known' } })
  })
})
