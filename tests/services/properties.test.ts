import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ChargeEstimate, ComponentEstimate } from '#pricing/calculator/types.ts'
import type { Input, ServiceDeclaration } from '#pricing/services/declare.ts'
import { services } from '#pricing/services/registry.ts'
import { sizesOf } from '#pricing/services/sizes.ts'
import { bundledBook, priced } from '#tests/golden/kit.ts'
import { homeOf } from './home.ts'
import { reviewed } from './reviewed/index.ts'

type Inputs = Readonly<Record<string, string>>

const slack = 1e-9

function rowOf(declaration: ServiceDeclaration, inputs: Inputs): ComponentEstimate {
  const [row] = priced([{ service: declaration.id, region: homeOf(declaration), inputs }], bundledBook()).components
  if (row === undefined) throw new Error(`${declaration.id} gave no row`)
  return row
}

const offered = new Map<Input, readonly string[]>()

/** The sizes of an input that are offered in the rows' region. */
function sizesIn(input: Extract<Input, { kind: 'size' }>, region: string): readonly string[] {
  const known = offered.get(input) ?? sizesOf(input.sizes, bundledBook(), region)
  offered.set(input, known)
  return known
}

/** Any value an input takes: numbers of every magnitude between its bounds, the least one often, whole ones where only these can be had. */
function anyValue(input: Input, region: string, isPiece = false): fc.Arbitrary<string> {
  if (input.kind === 'choice') return fc.constantFrom(...Object.keys(input.options))
  if (input.kind === 'size') return fc.constantFrom(...sizesIn(input, region))
  const { min, max, integer } = input.field
  const magnitude = fc.double({ min: 1e-6, max: Math.log1p(max - min), noNaN: true }).map((power) => Math.min(max, min + Math.expm1(power)))
  return fc.oneof(fc.constant(min), isPiece || integer === true ? magnitude.map(Math.round) : magnitude).map(String)
}

function anyInputs(declaration: ServiceDeclaration): fc.Arbitrary<Inputs> {
  const region = homeOf(declaration)
  const { commitment } = declaration
  const isPiece = (id: string) => commitment?.kind === 'resource' && commitment.quantity === id
  return fc.record(Object.fromEntries(Object.entries(declaration.inputs).map(([id, input]) => [id, anyValue(input, region, isPiece(id))])))
}

function least(declaration: ServiceDeclaration, wanted: (input: Input) => boolean): Inputs {
  const numbers = Object.entries(declaration.inputs).flatMap(([id, input]) =>
    input.kind === 'number' && wanted(input) ? [[id, String(input.field.min)] as const] : [],
  )
  return Object.fromEntries(numbers)
}

describe.each([...services])('%s', (_, declaration) => {
  it('costs a finite amount that is not negative, whatever is typed, or says why it does not know', () => {
    fc.assert(
      fc.property(anyInputs(declaration), (inputs) => {
        const row = rowOf(declaration, inputs)
        const isPriced = (charge: ChargeEstimate) => charge.cost !== null && Number.isFinite(charge.cost) && charge.cost >= 0
        const strange = row.charges.filter((charge) => isPriced(charge) !== (charge.unknown === undefined))
        const unknown = row.charges.filter((charge) => charge.unknown !== undefined).length
        expect({ strange, issues: row.issues, problems: row.problems, unknown: row.unknown }).toEqual({
          strange: [],
          issues: [],
          problems: 0,
          unknown,
        })
      }),
      { numRuns: 60 },
    )
  })

  it('has steps whose parts add up to the quantity, and whose costs add up to the list cost', () => {
    fc.assert(
      fc.property(anyInputs(declaration), (inputs) => {
        const wrong = rowOf(declaration, inputs).charges.filter(({ quantity, list, tiers }) => {
          if (quantity === null || list === null || (quantity === 0 && list === 0)) return false
          const parts = tiers.reduce((sum, tier) => sum + tier.quantity, 0)
          const costs = tiers.reduce((sum, tier) => sum + tier.cost, 0)
          return !(Math.abs(parts - quantity) <= slack * quantity && Math.abs(costs - list) <= slack * list)
        })
        expect(wrong).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})

const exempt = new Set([...reviewed.standsForAnother, ...Object.keys(reviewed.falls)])

/** Commitments cost less the more uses them; tests/calculator/commitments.test.ts has them. */
const sold = [...services].filter(([, { commitment }]) => commitment === undefined)

const growing = sold.flatMap(([, declaration]) =>
  Object.entries(declaration.inputs).flatMap(([id, input]) =>
    input.kind === 'number' && !exempt.has(`${declaration.id} ${id}`) ? [[declaration.id, id, declaration, input] as const] : [],
  ),
)

/** What the charges cost that are known in both. */
function knownInBoth(before: ComponentEstimate, after: ComponentEstimate): readonly [number, number] {
  const pairs = before.charges.flatMap((charge, index) => {
    const later = after.charges[index]?.cost ?? null
    return charge.cost === null || later === null ? [] : [[charge.cost, later] as const]
  })
  return [pairs.reduce((sum, [less]) => sum + less, 0), pairs.reduce((sum, [, more]) => sum + more, 0)]
}

describe('more usage never costs less', () => {
  it.each(growing)('%s: %s', (_, id, declaration, input) => {
    fc.assert(
      fc.property(anyInputs(declaration), anyValue(input, ''), anyValue(input, ''), (inputs, a, b) => {
        const [low, high] = Number(a) <= Number(b) ? [a, b] : [b, a]
        const before = rowOf(declaration, { ...inputs, [id]: low })
        const after = rowOf(declaration, { ...inputs, [id]: high })
        const [less, more] = knownInBoth(before, after)
        expect(more).toBeGreaterThanOrEqual(less * (1 - slack) - slack)
      }),
      { numRuns: 25 },
    )
  })
})

describe('no usage', () => {
  it.each(sold)('%s: costs nothing when every number is at its least', (_, declaration) => {
    const row = rowOf(
      declaration,
      least(declaration, () => true),
    )
    expect({ monthly: row.monthly, unknown: row.unknown, problems: row.problems }).toEqual({ monthly: 0, unknown: 0, problems: 0 })
  })

  it('costs what stands there by default, and that alone, when nothing is used', () => {
    const fixed = sold.flatMap(([, declaration]) => {
      const row = rowOf(
        declaration,
        least(declaration, (input) => input.default === undefined),
      )
      return row.charges.flatMap((charge) => (charge.cost === 0 ? [] : [`${declaration.id} ${charge.id}`]))
    })
    expect(fixed).toEqual(reviewed.fixed)
  })

  it('that nobody has typed is unknown, not nothing', () => {
    for (const [, declaration] of sold) {
      const wanted = Object.values(declaration.inputs).filter((input) => input.default === undefined)
      const row = rowOf(declaration, {})
      expect({ id: declaration.id, isUnknown: row.unknown > 0 }).toEqual({ id: declaration.id, isUnknown: wanted.length > 0 })
    }
  })
})

/** Whether a charge of twice as many is the same or the double; its cost only where no step lies between. */
function isOnceOrTwice(once: ChargeEstimate, twice: ChargeEstimate | undefined): boolean {
  if (twice === undefined || once.quantity === null || twice.quantity === null) return false
  const factor = once.quantity > 0 ? twice.quantity / once.quantity : 1
  if (Math.abs(factor - 1) > slack && Math.abs(factor - 2) > slack) return false
  if (once.cost === null || twice.cost === null || twice.tiers.length > 1) return true
  return Math.abs(twice.cost - once.cost * factor) <= slack * once.cost
}

describe('twice as many', () => {
  const counted = sold.flatMap(([, declaration]) =>
    declaration.columns?.count === undefined ? [] : [[declaration.id, declaration.columns.count, declaration] as const],
  )

  it.each(counted)('%s: each charge doubles with %s, or does not depend on it', (_, count, declaration) => {
    const unbounded = ['aws.auto-scaling-group', 'google.instance-group'].includes(declaration.id) ? { minimum: '0', maximum: '1e12' } : {}
    fc.assert(
      fc.property(anyInputs(declaration), fc.integer({ min: 1, max: 10_000 }), (any, number) => {
        const inputs = { ...any, ...unbounded }
        const once = rowOf(declaration, { ...inputs, [count]: String(number) }).charges
        const twice = rowOf(declaration, { ...inputs, [count]: String(number * 2) }).charges
        const wrong = once.filter((charge, index) => !isOnceOrTwice(charge, twice[index]))
        expect(wrong).toEqual([])
      }),
      { numRuns: 50 },
    )
  })
})
