import { describe, expect, it } from 'vitest'
import { patternsOf, placeholders } from '#pricing/services/check.ts'
import type { Input, ServiceDeclaration } from '#pricing/services/declare.ts'
import { services } from '#pricing/services/registry.ts'
import { sizesOf } from '#pricing/services/sizes.ts'
import { bundledBook } from '#tests/golden/kit.ts'
import { homeOf } from './home.ts'
import { reviewed } from './reviewed/index.ts'

/** The keys a rate can ask for: every combination of choices that its condition allows, sizes left as they are. */
function keysOf(declaration: ServiceDeclaration, pattern: string, when: Readonly<Record<string, readonly string[]>>): string[] {
  const choices = placeholders(pattern).flatMap((name) => {
    const input: Input | undefined = declaration.inputs[name]
    return input?.kind === 'choice' ? [[name, when[name] ?? Object.keys(input.options)] as const] : []
  })
  return choices.reduce(
    (keys, [name, values]) => keys.flatMap((key) => values.map((value) => key.replaceAll(`{${name}}`, value))),
    [pattern],
  )
}

const regions = ['all', 'global', ...(['aws', 'google', 'azure'] as const).flatMap((cloud) => bundledBook().regions(cloud))]
const isPriced = (key: string): boolean =>
  key.includes('{') ? bundledBook().matches(key).length > 0 : regions.some((region) => bundledBook().rate(key, region).ok)

/** Per charge, the alternatives it may be priced by; a charge is unpriced where none of them is in the book. */
const alternatives = [...services.values()].flatMap((declaration) =>
  Object.values(declaration.charges).flatMap((charge) => {
    if (!('rate' in charge)) return []
    const perPattern = patternsOf(charge.rate).map((pattern) => keysOf(declaration, pattern, charge.when ?? {}))
    return (perPattern[0] ?? []).map((_, index) => perPattern.flatMap((keys) => keys[index] ?? []))
  }),
)

describe('the rates that services ask for', () => {
  it('are in the bundled book, or on the reviewed list of what it does not price', () => {
    const missing = alternatives.filter((keys) => !keys.some(isPriced)).flat()
    expect([...new Set(missing)].sort()).toEqual(reviewed.unpriced.toSorted())
  })
})

describe('the sizes that services offer', () => {
  const sized = [...services.values()].flatMap((declaration) =>
    Object.values(declaration.inputs).flatMap((input) =>
      input.kind === 'size' ? [[declaration.id, input, homeOf(declaration)] as const] : [],
    ),
  )

  it.each(sized)('%s: the usual size is among them and has a price in the usual region', (_, input, region) => {
    expect(sizesOf(input.sizes, bundledBook())).toContain(input.default)
    expect(sizesOf(input.sizes, bundledBook(), region)).toContain(input.default)
  })

  it('of EC2 are, in a region, those that are offered there', () => {
    const everywhere = sizesOf({ from: 'compute', cloud: 'aws' }, bundledBook())
    const inIreland = sizesOf({ from: 'compute', cloud: 'aws' }, bundledBook(), 'eu-west-1')
    expect(everywhere.length).toBeGreaterThan(inIreland.length)
    expect(inIreland.length).toBeGreaterThan(300)
    expect(inIreland).toContain('t3.medium')
    expect(inIreland.every((size) => bundledBook().compute('aws', size, 'eu-west-1', 'on-demand').ok)).toBe(true)
  })

  it('of SageMaker are instance types alone, each once', () => {
    const sizes = sizesOf(
      { from: 'rates', patterns: ['aws.sagemaker-hosting/{size}', 'aws.sagemaker/{size}'], prefix: 'ml.' },
      bundledBook(),
    )
    expect(sizes).toContain('ml.m5.large')
    expect(sizes).toContain('ml.g5.12xlarge')
    expect(sizes.filter((size) => !size.startsWith('ml.'))).toEqual([])
    expect(new Set(sizes).size).toBe(sizes.length)
  })
})
