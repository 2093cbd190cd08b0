import { describe, expect, it } from 'vitest'
import type { ChargeEstimate, ComponentEstimate } from '#pricing/calculator/types.ts'
import { services } from '#pricing/services/registry.ts'
import { explain } from '#renderer/inspector/explanation.ts'
import { sizesAtFault } from '#renderer/inspector/size-at-fault.ts'
import { bundledBook } from '../catalog/bundled.ts'
import { charge, hours, only, printer, row } from './explanation-kit.ts'
import { rowOf } from './kit.ts'

describe('trouble in a sum', () => {
  const inputs = [
    { id: 'a', label: 'First', text: '', unit: '', value: { kind: 'unknown', unknown: { reason: 'empty', message: '', fix: '' } } },
    { id: 'b', label: 'Second', text: '', unit: '', value: { kind: 'unknown', unknown: { reason: 'empty', message: '', fix: '' } } },
  ] as const

  it('asks for the input the charge waits for', () => {
    const empty = charge({ id: 'x', formula: 'b * 2', unknown: { reason: 'empty', message: 'Second is not given.', fix: 'Type it.' } })
    expect(only(row([empty], { inputs })).trouble?.remedy).toEqual({ kind: 'input', input: 'b', label: 'Fill in “Second”' })
  })

  it('asks for the first empty input when the formula names none, as behind a derived figure', () => {
    const empty = charge({ id: 'x', formula: 'units', unknown: { reason: 'empty', message: '', fix: '' } })
    expect(only(row([empty], { inputs })).trouble?.remedy).toMatchObject({ input: 'a' })
  })

  it('sends to the region, to how it is bought or to a typed price, by what is missing', () => {
    const unknown = { reason: 'no-price', message: 'No price', fix: '' } as const
    const remedy = (one: ChargeEstimate, more: Partial<ComponentEstimate> = {}) => only(row([one], more)).trouble?.remedy?.kind
    expect(remedy(charge({ id: 'x', price: null, unknown }))).toBe('region')
    expect(remedy(charge({ id: 'x', price: null, unknown }), { region: '' })).toBe('price')
    expect(remedy(charge({ id: 'x', unknown, tiers: hours.tiers }))).toBe('purchase')
    expect(remedy(charge({ id: 'x', unknown }))).toBe('price')
  })

  it('sends to the size when the book does not know it, and to the region when it does', () => {
    const unknown = { reason: 'no-price', message: 'No price', fix: '' } as const
    const estimate = row([charge({ id: 'instances', price: null, unknown })])
    const remedy = (size: string) => {
      const ec2 = services.get('aws.ec2')
      if (ec2 === undefined) throw new Error('EC2 is not declared')
      const wrong = sizesAtFault(rowOf('r', 1, { inputs: { size } }), ec2, bundledBook())
      return explain(estimate, printer, wrong).charges[0]?.trouble?.remedy
    }
    expect(remedy('p9.huge')).toEqual({ kind: 'input', input: 'size', label: 'Choose another size' })
    expect(remedy('t3.medium')).toEqual({ kind: 'region', label: 'Choose another region' })
  })

  it('sends to the field whose formula is wrong', () => {
    const problem = { code: '#NAME?', message: 'Nothing is called foo.', fix: 'Add a driver foo.' } as const
    const wrong = [{ id: 'a', label: 'First', text: '=foo', unit: '', value: { kind: 'problem', problem } }] as const
    expect(only(row([charge({ id: 'x', problem })], { inputs: wrong })).trouble).toEqual({
      kind: 'problem',
      message: 'Nothing is called foo.',
      fix: 'Add a driver foo.',
      remedy: { kind: 'input', input: 'a', label: 'Mend “First”' },
    })
  })
})
