import { describe, expect, it } from 'vitest'
import { estimate } from '#pricing/calculator/plain.ts'
import type { Component } from '#shared/document/types.ts'
import { context } from './book.ts'
import { book, row } from './kit.ts'

const size = 'Standard_D2s_v5'
const region = 'polandcentral'

function hourly(term: 'on-demand' | 'reserved-1y-no-upfront'): number {
  const found = context.book.compute('azure', size, region, term)
  if (!found.ok) throw new Error(found.reason)
  return found.value.hourly
}

function machines(count: string): Component {
  return row({ id: 'web', service: 'azure.virtual-machines', region, inputs: { size, count } })
}

describe('commitments of Azure', () => {
  it('reserve machines of a size in a region, and cost what stands idle of them', () => {
    const reserved = row({ id: 'reserved', service: 'azure.reservation', region, inputs: { size, count: '3' } })
    const [web, bought] = estimate(book([machines('2'), reserved]), context).components
    expect(web?.monthly).toBeCloseTo(2 * hourly('reserved-1y-no-upfront') * 730, 6)
    expect(bought?.monthly).toBeCloseTo(hourly('reserved-1y-no-upfront') * 730, 6)
  })

  it('cover machines by dollars an hour at the discount of a savings plan', () => {
    const rate = hourly('on-demand') * 0.8
    const plan = row({ id: 'plan', service: 'azure.savings-plan', inputs: { commitment: String(rate), discount: '20%' } })
    const [web, bought] = estimate(book([machines('2'), plan]), context).components
    expect(web?.monthly).toBeCloseTo((rate + hourly('on-demand')) * 730, 6)
    expect(bought?.monthly).toBeCloseTo(0, 9)
  })

  it('are not known without a discount of their own, for no list has the rates of a savings plan, and say so', () => {
    const machines = row({ id: 'vm', service: 'azure.virtual-machines', region: 'eastus', inputs: { size: 'Standard_D2s_v5', count: '1' } })
    const plan = row({ id: 'plan', service: 'azure.savings-plan', inputs: { commitment: '0.05' } })
    const [vm, bought] = estimate(book([machines, plan]), context).components
    expect(bought).toMatchObject({ unknown: 1, problems: 0 })
    expect(bought!.charges[0]?.unknown?.fix).toContain('Type the plan’s discount')
    expect(vm!.charges[0]?.discounts).toEqual([])
  })
})
