import { describe, expect, it } from 'vitest'
import { checkField, fieldScale, readCell } from '#shared/formula/index.ts'
import { declarationProblems } from '#pricing/services/check.ts'
import type { NumberInput, ServiceDeclaration } from '#pricing/services/declare.ts'
import { services } from '#pricing/services/registry.ts'

const numberInputs = (declaration: ServiceDeclaration): [string, NumberInput][] =>
  Object.entries(declaration.inputs).flatMap(([id, input]) => (input.kind === 'number' ? [[id, input] as [string, NumberInput]] : []))

describe.each([...services])('the declaration %s', (id, declaration) => {
  it('is registered under its own id', () => {
    expect(declaration.id).toBe(id)
    expect(id).toMatch(new RegExp(`^${declaration.cloud}\\.[a-z0-9-]+$`))
  })

  it('names nothing that it does not have and asks for nothing that it does not use', () => {
    expect(declarationProblems(declaration)).toEqual([])
  })

  it('explains itself: a summary, a pricing page, and a sentence for each input', () => {
    expect(declaration.source).toMatch(/^https:\/\//)
    const sentences = [declaration.summary, ...Object.values(declaration.inputs).map((input) => input.help)]
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z0-9/].{8,}\.$/)
    for (const { label } of Object.values(declaration.inputs)) expect(label).toMatch(/^\S.{0,38}$/)
  })

  it('hides only inputs that have a value by default', () => {
    const hiddenWithout = numberInputs(declaration).filter(([, input]) => input.minor && input.default === undefined)
    expect(hiddenWithout).toEqual([])
  })

  it('has defaults that its own fields accept', () => {
    for (const [name, { default: text, field }] of numberInputs(declaration)) {
      if (text === undefined) continue
      const cell = readCell(text)
      if (cell.kind !== 'literal') throw new Error(`${name}: the default ${text} is a ${cell.kind}`)
      const scale = fieldScale(cell.dimension, field, 730)
      if (typeof scale !== 'number') throw new Error(`${name}: ${scale.message}`)
      expect({ name, problem: checkField(cell.value * scale, field) }).toEqual({ name, problem: null })
    }
  })

  it('shows columns that it has', () => {
    const { size, count } = declaration.columns ?? {}
    expect(['size', 'choice', undefined]).toContain(size === undefined ? size : declaration.inputs[size]?.kind)
    expect(['number', undefined]).toContain(count === undefined ? count : declaration.inputs[count]?.kind)
  })

  it('is sold by region exactly when a price depends on the region, or what a commitment covers', () => {
    const { commitment } = declaration
    const regional =
      commitment === undefined
        ? Object.values(declaration.charges).some((charge) => 'compute' in charge || ('rate' in charge && charge.region === undefined))
        : commitment.kind !== 'savings-plan'
    expect(declaration.region ?? 'required').toBe(regional ? 'required' : 'none')
  })
})

describe('what is wrong with a declaration', () => {
  const colour = { kind: 'choice' as const, label: 'Colour', help: 'Of no use.', options: { red: 'Red' }, default: 'red' }

  it.each([...services].filter(([, { commitment }]) => commitment !== undefined))(
    'is an input of the commitment %s that nothing reads',
    (_, declaration) => {
      const odd = { ...declaration, inputs: { ...declaration.inputs, colour } }
      expect(declarationProblems(odd).map(({ message }) => message)).toEqual(['Nothing uses "colour".'])
    },
  )
})
