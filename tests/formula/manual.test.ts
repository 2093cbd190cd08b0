import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { functions, isReservedName, readCell, referenceFunctions } from '#shared/formula/index.ts'
import { maxCharacters, maxNameLength, maxNesting, maxTokens } from '#shared/formula/limits.ts'
import { explain, run } from './values.ts'

const manual = readFileSync(new URL('../../docs/formula-language.md', import.meta.url), 'utf8')

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
    expect(values.filter(([text]) => readCell(text).kind !== 'literal')).toEqual([])
    const stated = values.filter(([, number]) => number !== undefined)
    expect(stated.length).toBeGreaterThan(6)
    expect(stated.map(([text]) => readCell(text)).map((cell) => (cell.kind === 'literal' ? cell.value : null))).toEqual(
      stated.map(([, number]) => Number(number)),
    )
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
