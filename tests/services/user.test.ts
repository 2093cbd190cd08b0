import { describe, expect, it } from 'vitest'
import type { UserService } from '#shared/document/types.ts'
import { estimate } from '#pricing/calculator/plain.ts'
import { programOf } from '#pricing/calculator/program.ts'
import { overlayBook } from '#pricing/catalog/overlay.ts'
import { services } from '#pricing/services/registry.ts'
import { declarationOf, fieldOf } from '#pricing/services/user.ts'
import { workbookOf } from '#tests/golden/kit.ts'

const queue: UserService = {
  id: 'q1',
  order: 1,
  name: 'Message broker',
  category: 'integration',
  inputs: {
    count: { label: 'Brokers', unit: 'brokers', default: '2' },
    hours: { label: 'Hours', unit: 'h/month', default: '24 h/day' },
    messages: { label: 'Messages', unit: 'messages/month' },
    size: { label: 'Message size', unit: 'KB', default: '4' },
  },
  charges: {
    brokers: { label: 'Brokers', unit: 'hour', quantity: 'count * hours', price: [{ price: '0.3' }] },
    traffic: {
      label: 'Traffic',
      unit: 'GB',
      quantity: 'messages * size / 1048576',
      price: [{ upTo: '100', price: '0' }, { price: '0.05' }],
      discount: '0.1',
    },
  },
}

const messagesOf = (change: Partial<UserService>) => (declarationOf({ ...queue, ...change }).faults ?? []).map((fault) => fault.message)
const withQuantity = (quantity: string) => messagesOf({ charges: { ...queue.charges, brokers: { ...queue.charges.brokers!, quantity } } })
const withPrice = (price: UserService['charges'][string]['price']) =>
  messagesOf({ charges: { ...queue.charges, brokers: { ...queue.charges.brokers!, price } } })

describe('a service of one’s own', () => {
  it('becomes a declaration under user. and its id, with typed prices', () => {
    const declaration = declarationOf(queue)
    expect(declaration.faults).toBeUndefined()
    expect(declaration).toMatchObject({
      id: 'user.q1',
      cloud: 'general',
      category: 'integration',
      region: 'none',
      columns: { count: 'count' },
    })
    expect(declaration.charges['traffic']).toMatchObject({ typed: [{ upTo: '100', price: '0' }, { price: '0.05' }], discount: '0.1' })
    expect(programOf(declaration).charges).toHaveLength(2)
  })

  it.each([
    ['count * hurs', 'Charge "brokers", quantity: there is no "hurs".'],
    ['', 'Charge "brokers", quantity is empty.'],
    ['count * 1 GB', 'Charge "brokers", quantity has a unit, but inputs count as plain numbers in their own unit.'],
    ['cost("API") * count', 'Charge "brokers", quantity: cost and subtotal cannot be used inside a service.'],
  ])('is refused when a quantity reads "%s"', (quantity, sentence) => {
    expect(withQuantity(quantity)).toContain(sentence)
  })

  it('is refused when a quantity cannot be read, and says which', () => {
    expect(withQuantity('count * * 2')[0]).toMatch(/^Charge "brokers", quantity: ./)
  })

  it('is refused when part of its usage would cost nothing by mistake', () => {
    expect(withPrice([])).toContain('Charge "brokers" has no price.')
    expect(withPrice([{ upTo: '10', price: '1' }])).toContain('Charge "brokers": what lies above the last step has no price.')
    expect(withPrice([{ price: '1' }, { price: '2' }])).toContain('Charge "brokers": step 1 has no end.')
    expect(messagesOf({ charges: {} })).toContain('The service has no charges.')
  })

  it('is refused when an input cannot be named in a formula, is unused, or has an unreadable default', () => {
    expect(messagesOf({ inputs: { ...queue.inputs, 'per cent': { label: 'x', unit: '' } } })).toContain(
      '"per cent" cannot be a name in a formula.',
    )
    expect(messagesOf({ inputs: { ...queue.inputs, max: { label: 'x', unit: '' } } })).toContain(
      '"max" means something else in formulas, such as a function.',
    )
    expect(messagesOf({ inputs: { ...queue.inputs, hours_in_month: { label: 'x', unit: '' } } })).toContain(
      'The name "hours_in_month" is taken.',
    )
    expect(messagesOf({ inputs: { ...queue.inputs, spare: { label: 'x', unit: '' } } })).toContain('Nothing uses "spare".')
    expect(messagesOf({ inputs: { ...queue.inputs, size: { label: ' ', unit: '', default: 'four' } } }).join(' ')).toMatch(
      /no label.*default cannot be read/,
    )
  })

  it('is refused without a name or in a category that does not exist', () => {
    expect(messagesOf({ name: ' ', category: 'queues' })).toEqual([
      'The service has no name.',
      expect.stringMatching(/^There is no category "queues"/),
    ])
  })

  it('has no charges while it is wrong, so that nothing is priced by guess and nothing throws', () => {
    const wrong = declarationOf({ ...queue, charges: { bad: { ...queue.charges.brokers!, quantity: '((' } } })
    expect(wrong.charges).toEqual({})
    expect(wrong.faults?.length).toBeGreaterThan(0)
    expect(() => programOf(wrong)).not.toThrow()
  })
})

describe('a row that stands on a service of one’s own', () => {
  const estimated = (own: UserService) => {
    const workbook = workbookOf([{ service: 'user.q1', inputs: { messages: '100e6' } }])
    return estimate({ ...workbook, services: new Map([[own.id, own]]) }, { book: overlayBook(null, {}), services }).total
  }

  it('is priced by its formulas: 2 × 730 × 0.3 + (100 M × 4 KB − 100 GB) × 0.05 less 10 %', () => {
    const gigabytes = (100e6 * 4) / 1024 ** 2
    expect(estimated(queue).monthly).toBeCloseTo(438 + (gigabytes - 100) * 0.05 * 0.9, 9)
  })

  it('counts what is wrong with it beside the total, and costs nothing by guess', () => {
    const wrong = { ...queue, charges: { ...queue.charges, brokers: { ...queue.charges.brokers!, quantity: 'count *' } } }
    const { monthly, problems } = estimated(wrong)
    expect(monthly).toBe(0)
    expect(problems).toBeGreaterThan(0)
  })
})

describe('the unit of an input of one’s own', () => {
  it.each([
    ['GB', { data: 1 }, 1, null],
    ['MB', { data: 1 }, 1024, null],
    ['GB/month', { data: 1 }, 1, 'month'],
    ['h/month', { time: 1 }, 1, 'month'],
    ['ms', { time: 1 }, 3_600_000, null],
    ['$', { money: 1 }, 1, null],
    ['$/month', { money: 1 }, 1, 'month'],
    ['requests/s', {}, 1, 'second'],
    ['widgets', {}, 1, null],
    ['', {}, 1, null],
  ] as const)('%s', (unit, dimension, factor, per) => {
    expect(fieldOf(unit)).toMatchObject({ dimension: { data: 0, time: 0, money: 0, duty: 0, ...dimension }, factor, per })
  })
})
