import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { estimate } from '#pricing/calculator/plain.ts'
import { cellValue, numberValue } from '#pricing/calculator/values.ts'
import { servicesOf } from '#pricing/services/registry.ts'
import { categories } from '#pricing/services/declare.ts'
import { printPurchase, readPurchase } from '#shared/commands/purchase-text.ts'
import { readWorkbook } from '#shared/document/file.ts'
import { functions, isReservedName, readCell, referenceFunctions } from '#shared/formula/index.ts'
import { maxCharacters, maxNameLength, maxNesting, maxTokens } from '#shared/formula/limits.ts'
import { context } from '#tests/calculator/book.ts'
import { explain, run } from './values.ts'

const manual = readFileSync(new URL('../../docs/formula-language.md', import.meta.url), 'utf8')

/** What the rows of a file cost in a month. */
function costs(file: unknown): readonly number[] {
  const read = readWorkbook(JSON.stringify(file), () => 'made')
  if (!read.ok) throw new Error(read.problems.map(({ at, message }) => `${at}: ${message}`).join(' '))
  const { components } = estimate(read.workbook, { ...context, services: servicesOf(read.workbook) })
  return components.map((component) => component.monthly)
}

/** The cells of the rows of the table under a heading. */
function table(heading: string): readonly (readonly string[])[] {
  const section = manual.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? ''
  const rows = section.split('\n').filter((line) => line.startsWith('| '))
  return rows.slice(2).map((row) => row.slice(2, -2).split(' | '))
}

function code(cell: string | undefined): string {
  return /^`(?<text>.*)`$/.exec(cell ?? '')?.groups?.['text'] ?? ''
}

describe('the manual of the formula language', () => {
  it('lists the functions there are, in their words and their order', () => {
    const declared = [...functions.values(), ...referenceFunctions].map(({ signature, help }) => [`\`${signature}\``, help])
    expect(table('Functions')).toEqual(declared)
  })

  it('shows results that are so', () => {
    const examples = table('Operators')
    expect(examples.length).toBeGreaterThan(8)
    expect(examples.map(([formula]) => run(code(formula)))).toEqual(examples.map(([, result]) => Number(result)))
  })

  it('shows values that can be read and are what it says', () => {
    const values = table('Values').map(([text = '', meaning = '']) => [code(text), /^[\d.]+/.exec(meaning)?.[0]] as const)
    const read = ([text]: (typeof values)[number]) => cellValue(readCell(text), text, () => numberValue(1))
    expect(values.filter((one) => read(one).kind !== 'number')).toEqual([])
    const stated = values.filter(([, number]) => number !== undefined)
    expect(stated.length).toBeGreaterThan(6)
    expect(stated.map(read).map((value) => (value.kind === 'number' ? value.value : null))).toEqual(
      stated.map(([, number]) => Number(number)),
    )
  })

  it('shows how nodes follow from replicas: 6 pods a node by memory', () => {
    const recipe = /`(=ceil\(replicas[^`]*)`/.exec(manual)?.[1] ?? ''
    const nodes = (replicas: number) => cellValue(readCell(recipe), 'nodes', () => numberValue(replicas))
    expect([6, 7, 60].map(nodes)).toMatchObject([{ value: 1 }, { value: 2 }, { value: 10 }])
  })

  it('shows ways of buying that the column reads and writes', () => {
    const section = manual.split('## How a row is bought')[1]?.split('## ')[0] ?? ''
    const shown = [...section.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text)
    expect(shown.length).toBeGreaterThan(3)
    for (const text of shown) expect(printPurchase(readPurchase(text) ?? [])).toBe(text)
  })

  it('shows subtotals of every scope, each of which adds up its own rows', () => {
    const shownForms = table('Names and references').map(([form]) => /"(?<of>.*)"/.exec(code(form))?.groups?.['of'] ?? '')
    expect(shownForms.map((of) => of.split(':')[0])).toEqual(['group', 'category', 'environment', 'cloud', 'tag', 'Serving'])
    const base = { id: 'x', name: 'x', inputs: { monthly: '7' } }
    const row = { ...base, service: 'general.flat', group: 'Serving', environment: 'prod', tags: { team: 'ml' } }
    const server = { id: 'ec2', name: 'Server', service: 'aws.ec2', region: 'us-east-1', group: 'Serving', inputs: { size: 't3.medium' } }
    const sums = shownForms.map((of, at) => ({
      id: `sum${String(at)}`,
      name: `Sum ${String(at)}`,
      service: 'general.flat',
      group: 'Sums',
      inputs: { monthly: `=subtotal("${of}")` },
    }))
    const components = costs({ format: 'skytally', version: 1, name: 'x', components: [row, server, ...sums] })
    const [flat = NaN, ec2 = NaN, ...added] = components
    expect([flat, ec2 > 0]).toEqual([7, true])
    expect(added).toEqual([flat + ec2, ec2, 7, ec2, 7, flat + ec2])
  })

  it('shows a service of one’s own that costs what it says', () => {
    const example = /```json\n(?<json>[^`]*)```/.exec(manual)?.groups?.['json'] ?? '{}'
    const stated = /This row costs \$(?<amount>\d+)/.exec(manual)?.groups?.['amount']
    expect(costs(JSON.parse(example))).toEqual([Number(stated)])
    const known = table('Names and references')[1]?.[1]
      ?.match(/`[a-z-]+`/g)
      ?.map((word) => word.slice(1, -1))
    expect(known).toEqual(categories)
  })

  it('names the errors and limits there are', () => {
    expect(table('Errors').map(([name]) => code(name))).toEqual([
      '#SYNTAX!',
      '#NAME?',
      '#CYCLE!',
      '#UNIT!',
      '#DIV/0!',
      '#NUM!',
      '#VALUE!',
      '#LIMIT!',
      '#REF!',
    ])
    expect(manual).toContain(
      `${maxCharacters.toLocaleString('en-US')} characters, ${maxTokens.toLocaleString('en-US')} parts or ${maxNesting} levels`,
    )
    expect(manual).toContain(`at most ${maxNameLength} characters`)
    expect(isReservedName('hours_in_month')).toBe(true)
    expect(explain('10 GB/month', { hours_in_month: 730 }).kind).toBe('number')
  })
})
