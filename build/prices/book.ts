import type { BookFacts, ComputeFacts, ComputeRow, Price, ReservedFact } from '#pricing/catalog/facts.ts'
import type { Facts } from './facts.ts'
import { FactFault, fault } from './lines.ts'
import type { ReservedRow } from './reserved.ts'

/** The bundled price book of the fact tables. Throws FactFault where tables contradict each other. */
export function bundledFacts(facts: Facts): BookFacts {
  return {
    id: facts.name.id,
    asOf: facts.name.gathered,
    about: { source: 'bundled', note: '' },
    compute: { ...facts.compute, aws: withDerived(facts) },
    reserved: reservedFacts(facts),
    rates: facts.rates,
  }
}

/** A sourced price wins over a computed one. */
function withDerived(facts: Facts): ComputeFacts {
  const { sizes, rows } = facts.compute.aws
  const all = rows.map((row): ComputeRow => {
    const derived = facts.derived.get(`${row.size} ${row.region}`)
    const either = (sourced: Price, computed: Price | undefined): Price => sourced ?? computed ?? null
    const [onDemand, spot, year, threeYears] = row.prices
    return { ...row, prices: [onDemand, spot, either(year, derived?.[0]), either(threeYears, derived?.[1])] }
  })
  return { sizes, rows: all }
}

function reservedFacts(facts: Facts): readonly ReservedFact[] {
  const hourly = new Map(facts.compute.aws.rows.map((row) => [`${row.size} ${row.region}`, row.prices]))
  const stray = [...facts.derived.keys()].find((key) => !hourly.has(key))
  if (stray !== undefined)
    throw new FactFault('build/facts/reserved/aws-derived.txt', 1, `compute/aws.txt does not know "${stray}"; add it there.`)
  return facts.reserved.flatMap((row) => {
    const prices = hourly.get(`${row.size} ${row.region}`)
    if (prices === undefined) throw fault(row.at, `compute/aws.txt does not know ${row.size} in ${row.region}; add it there.`)
    if (row.offering === 'standard' && row.payment === 'no-upfront') {
      if (prices[row.term === '1y' ? 2 : 3]?.value !== row.value)
        throw fault(row.at, `compute/aws.txt has another ${row.term} price of ${row.size} in ${row.region}.`)
      return []
    }
    return [reservedFact(row)]
  })
}

function reservedFact({ size, region, term, payment, offering, value, origin }: ReservedRow): ReservedFact {
  const [upfront, hourly] = payment === 'no-upfront' ? [0, value] : [value, 0]
  return { size, region, term, payment, offering, upfront, hourly, origin }
}
