import { choice, moneyPerMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

export const people = service({
  id: 'general.people',
  name: 'People and licences',
  cloud: 'general',
  category: 'other',
  source: 'https://en.wikipedia.org/wiki/Full-time_equivalent',
  summary: 'Licences paid per seat, or the share of people’s time that running the system takes.',
  keywords: ['licence', 'license', 'seat', 'fte', 'staff', 'operations', 'team', 'salary'],
  region: 'none',
  inputs: {
    kind: choice({
      label: 'Counted in',
      help: 'Seats for licences and subscriptions, people for working time.',
      options: { seats: 'Seats', people: 'People' },
      default: 'seats',
    }),
    seats: quantity({ label: 'Seats', help: 'Seats paid for each month.', unit: 'seats' }),
    seatPrice: moneyPerMonth({ label: 'Price per seat', help: 'What one seat costs a month, in the workbook’s currency.' }),
    people: quantity({ label: 'People', help: 'Full-time people, or a part of one: 0.25 is a quarter of somebody’s time.', unit: 'FTE' }),
    monthlyCost: moneyPerMonth({
      label: 'Cost per person',
      help: 'What a full-time person costs a month with everything, in the workbook’s currency.',
    }),
  },
  charges: {
    seats: { label: 'Licences', unit: 'seat-month', quantity: 'seats', when: { kind: ['seats'] }, typed: [{ price: 'seatPrice' }] },
    people: { label: 'Working time', unit: 'FTE-month', quantity: 'people', when: { kind: ['people'] }, typed: [{ price: 'monthlyCost' }] },
  },
  columns: { size: 'kind' },
})
