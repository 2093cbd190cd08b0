import { HyperFormula } from 'hyperformula'
import type { RawCellContent, SimpleCellAddress } from 'hyperformula'
import { derived, driverNames, firstBound, groupCount, secondBound } from './model.ts'
import type { Model, ModelRow } from './model.ts'
import type { Peer } from './peer.ts'

/** HyperFormula in its best arrangement: rows sorted by group, so that subtotals are sums of contiguous ranges. */
export const hyperformula: Peer = {
  name: 'HyperFormula',
  prepare(model) {
    const order = model.rows.map((_, index) => index).sort((a, b) => model.rows[a]!.group - model.rows[b]!.group || a - b)
    const place = new Map(order.map((row, at) => [row, at]))
    const sheets = sheetsOf(
      model,
      order.map((row) => model.rows[row]!),
    )
    return {
      build() {
        const engine = HyperFormula.buildFromSheets(sheets, { licenseKey: 'gpl-v3', maxRows: Math.max(40_000, model.size + 10) })
        const at = (sheet: string, row: number, col: number): SimpleCellAddress => ({ sheet: engine.getSheetId(sheet)!, row, col })
        const total = () => Number(engine.getCellValue(at('Summary', groupCount, 3)))
        return {
          total,
          setDriver(index, value) {
            engine.setCellContents(at('Drivers', index, 1), value)
            return total()
          },
          setLeast(row, least) {
            engine.setCellContents(at('Model', place.get(row)!, 2), countFormula({ ...model.rows[row]!, least }))
            return total()
          },
          free: () => engine.destroy(),
        }
      },
    }
  },
}

function sheetsOf(model: Model, rows: readonly ModelRow[]): Record<string, RawCellContent[][]> {
  return { Drivers: driverSheet(model), Model: rows.map(modelLine), Summary: summarySheet(model, rows) }
}

function driverSheet(model: Model): RawCellContent[][] {
  return driverNames.map((name, index) => {
    const follows = derived.find(({ driver }) => driver === index)
    if (follows === undefined) return [name, model.drivers[index]!]
    return [name, `=${follows.terms.map(([source, factor]) => (source === null ? factor : `$B$${source + 1}*${factor}`)).join('+')}`]
  })
}

function driverCell(row: ModelRow): string {
  return `Drivers!$B$${row.driver + 1}`
}

function countFormula(row: ModelRow): string {
  const value = driverCell(row)
  switch (row.kind) {
    case 0:
      return `=ROUNDUP(${value}/${row.size},0)+${row.least}`
    case 1:
      return `=MAX(${row.least},ROUND(${value}/${row.size},0))`
    case 2:
      return `=IF(${value}>${row.threshold},ROUNDUP(${value}/${row.size},0),${row.least})`
    default:
      return `=ROUNDDOWN(${value}*1.2/${row.size},0)+${row.least}`
  }
}

function modelLine(row: ModelRow, index: number): RawCellContent[] {
  const n = index + 1
  return [
    row.name,
    `g${row.group}`,
    countFormula(row),
    row.price,
    row.isBusinessHours ? `=52*${row.days}*${row.hoursPerDay}/12` : 730,
    `=${driverCell(row)}*${row.usagePerUnit.toFixed(12)}+${row.usageBase}`,
    ...row.prices,
    row.commitShare,
    row.commitDiscount,
    row.spotShare,
    row.spotDiscount,
    `=C${n}*D${n}*E${n}`,
    `=MIN(F${n},${firstBound})*G${n}+MAX(0,MIN(F${n},${secondBound})-${firstBound})*H${n}+MAX(0,F${n}-${secondBound})*I${n}`,
    `=N${n}+O${n}`,
    `=N${n}*(J${n}*K${n}+L${n}*M${n})`,
    `=P${n}-Q${n}`,
  ]
}

function summarySheet(model: Model, rows: readonly ModelRow[]): RawCellContent[][] {
  const lines: RawCellContent[][] = []
  for (let group = 0; group < groupCount; group += 1) {
    const first = rows.findIndex((row) => row.group === group) + 1
    const last = rows.findLastIndex((row) => row.group === group) + 1
    lines.push([`g${group}`, ...['P', 'Q', 'R'].map((column) => (first === 0 ? 0 : `=SUM(Model!$${column}$${first}:$${column}$${last})`))])
  }
  lines.push(['total', '=SUM(B1:B6)', '=SUM(C1:C6)', '=SUM(D1:D6)'])
  lines.push(['budget', model.budget, '=IF(D7>B8,"OVER","OK")'])
  return lines
}
