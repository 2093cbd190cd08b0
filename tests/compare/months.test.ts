import { describe, expect, it } from 'vitest'
import type { Component, Driver } from '#shared/document/types.ts'
import { forecast } from '#pricing/analysis/forecast.ts'
import { horizonOf, withHorizon } from '#pricing/analysis/horizon.ts'
import { optionOf } from '#renderer/charts/option.ts'
import type { ChartLook } from '#renderer/charts/types.ts'
import { endings, monthsShape, monthsTable } from '#renderer/compare/months.ts'
import type { Months } from '#renderer/compare/months.ts'
import { makePrinter } from '#renderer/ui/printer.ts'
import { context } from '../calculator/book.ts'
import { book, row } from '../calculator/kit.ts'

const printer = makePrinter('en-US', 'USD')
const horizon = { start: '2026-11', months: 13, yearlyRate: '0%' }

const users: Driver = { id: 'users', order: 1, name: 'users', value: '10', unit: '', growth: '10%' }
const fees = row({ id: 'fees', service: 'general.flat', inputs: { monthly: '=10 * users' } })
const waiting = row({ id: 'later', service: 'general.flat', inputs: { monthly: '' } })
const server = row({ id: 'vm', service: 'aws.ec2', region: 'us-east-1', inputs: { size: 'm5.large', count: '1' } })
const reserved: Component = { ...server, purchase: [{ kind: 'reserved', term: '1y', payment: 'no-upfront', coverage: '100%' }] }

function design(name: string, rows: readonly Component[]): Months {
  const workbook = withHorizon(book(rows, {}, [users]), horizon)
  return { name, workbook, forecast: forecast(workbook, context, horizon.months) }
}

describe('designs month by month', () => {
  const bought = design('Reserved', [fees, reserved])
  const designs = [design('Base', [fees]), bought, design('Open', [waiting]), design('Partly', [fees, waiting])]
  const shape = monthsShape(designs)
  const series = shape.kind === 'lines' ? shape.series : []

  it('are the months of the baseline, also for a design with a horizon of its own or none', () => {
    const base = book([fees], { horizon }, [])
    expect(horizonOf(base, '2030-01-31')).toEqual(horizon)
    expect(horizonOf(book([], {}, []), '2030-01-31').start).toBe('2030-01')
    expect(shape.kind === 'lines' && [shape.places[0], shape.places.at(-1)]).toEqual(['2026-11', '2027-11'])
  })

  it('grow, jump where a commitment ends, and have a gap where nothing is known', () => {
    const [base = [], rising = [], open = []] = series.map(({ values }) => values)
    expect(base[1]).toBeCloseTo(110, 9)
    const steps = rising.map((value, month) => (value ?? 0) - (base[month] ?? 0))
    expect(steps[11]).toBeCloseTo(steps[0] ?? 0, 9)
    expect(steps[12]).toBeGreaterThan(steps[11] ?? 0)
    expect(new Set(open)).toEqual(new Set([null]))
    expect(series.map(({ name }) => name)).toEqual(['Base', 'Reserved', 'Open +?', 'Partly +?'])
    expect(endings(designs)).toEqual(['Reserved: what is committed for vm has ended by 2027-11.'])
  })

  it('are a table whose sum says what it leaves out', () => {
    const { head, rows } = monthsTable(designs, printer)
    expect(head).toEqual(['Month', 'Base', 'Reserved', 'Open', 'Partly'])
    expect(rows[1]).toEqual(['2026-12', '$110.00', expect.any(String), '—', '$110.00 +?'])
    expect(rows.at(-1)).toEqual([
      'All 13 months',
      printer.money(designs[0]!.forecast.total),
      expect.any(String),
      '—',
      expect.stringMatching(/ \+\?$/),
    ])
  })

  it('are told apart by dashes and marks as well as by colours', () => {
    const colours = { text: '', muted: '', line: '', surface: '#fff', accent: '', more: '', less: '', series: ['a', 'b', 'c'] }
    const look: ChartLook = { colours, text: { amount: String, tick: String }, fontFamily: 'serif', width: 600, ground: true }
    const eight = {
      ...shape,
      kind: 'lines' as const,
      places: ['1'],
      series: Array.from({ length: 8 }, (_, at) => ({ name: String(at), values: [1] })),
    }
    const option = optionOf(eight, look)
    const looks = (option['series'] as readonly { symbol: string; lineStyle: { type: string } }[]).map(
      ({ symbol, lineStyle }) => `${symbol} ${lineStyle.type}`,
    )
    expect(new Set(looks).size).toBe(8)
    expect(option['backgroundColor']).toBe('#fff')
  })
})
