import type { ComputeFacts, ComputeRow, SizeFact } from '#pricing/catalog/facts.ts'
import { FactFault } from './lines.ts'
import type { Sources } from './sources.ts'
import type { BookRate } from './tiers.ts'

/**
 * Prices of Google's custom machine types, which the sources list only for predefined sizes.
 *
 * A family's predefined sizes are sold as so many vCPUs and so many GiB at one price each, printed to the millionth of a dollar;
 * sizes of different shapes give both prices back exactly. Custom machines cost 5 % more: us-central1 figures of Infracost's
 * compute_instance_test (N1, N2) and of the Kubernetes cluster autoscaler's gce_price_info.go (N2D, E2) agree within 0.1 %.
 * Newer families (N4 and later) have no sourced premium, and so no price here.
 */
const families = ['n1', 'n2', 'n2d', 'e2'] as const
const premium = 1.05
const source = 'cu2607'

/** Sizes with a fraction of a core are priced whole, not by their parts. */
const sharedCore = /-(?:micro|small|medium)$/

type Sample = { readonly vcpu: number; readonly memory: number; readonly hourly: number }
export type PartPrices = { readonly vcpu: number; readonly memory: number }

/** Derived rates `google.compute-custom-<family>/vcpu-hour` and `…/memory-hour` for each region whose predefined prices agree. */
export function customRates({ sizes, rows }: ComputeFacts, sources: Sources): readonly BookRate[] {
  const date = sources.get(source)?.date
  if (date === undefined)
    throw new FactFault('build/facts/sources.txt', 1, `the source "${source}" of custom machine types is missing; add it.`)
  const sizeOf = new Map(sizes.map((size) => [size.size, size]))
  return families.flatMap((family) => {
    const sold = rows.filter((row) => sizeOf.get(row.size)?.family === family && !sharedCore.test(row.size))
    return [...new Set(sold.map((row) => row.region))].flatMap((region) => {
      const samples = sold.flatMap((row) => (row.region === region ? sampleOf(row, sizeOf) : []))
      const parts = partPrices(samples)
      if (parts === null) return []
      const note = `predefined ${family.toUpperCase()} price solved from ${samples.length} sizes, plus 5 % for custom machine types`
      const rate = (part: string, unit: string, price: number): BookRate => ({
        key: `google.compute-custom-${family}/${part}`,
        region,
        unit,
        tiers: [{ to: Infinity, price: roundTo(price * premium, 10) }],
        free: 0,
        origin: { source, date, note, derived: true },
        covered: Infinity,
        unreachable: 0,
      })
      return [rate('vcpu-hour', 'vCPU-hour', parts.vcpu), rate('memory-hour', 'GiB-hour', parts.memory)]
    })
  })
}

function sampleOf(row: ComputeRow, sizeOf: ReadonlyMap<string, SizeFact>): readonly Sample[] {
  const size = sizeOf.get(row.size)
  const hourly = row.prices[0]?.value
  return size === undefined || hourly === undefined ? [] : [{ vcpu: size.vcpu, memory: size.memory, hourly }]
}

/**
 * The price of a vCPU-hour and of a GiB-hour with the fewest decimals that give back every size's price to its last printed digit
 * (half a millionth); null where the sizes have one shape only, or do not agree.
 */
export function partPrices(samples: readonly Sample[]): PartPrices | null {
  const fitted = leastSquares(samples)
  if (fitted === null) return null
  for (let digits = 6; digits <= 9; digits++) {
    const found = nearby(fitted, digits)
      .map((parts) => ({ parts, off: worst(samples, parts) }))
      .toSorted((a, b) => a.off - b.off)[0]
    if (found !== undefined && found.off <= 0.5e-6 + 1e-12) return found.parts
  }
  return null
}

/** Two unknowns; the largest sizes, whose prices say most about a part's, weigh most by themselves. */
function leastSquares(samples: readonly Sample[]): PartPrices | null {
  const sum = (term: (sample: Sample) => number): number => samples.reduce((total, sample) => total + term(sample), 0)
  const vv = sum(({ vcpu }) => vcpu * vcpu)
  const vm = sum(({ vcpu, memory }) => vcpu * memory)
  const mm = sum(({ memory }) => memory * memory)
  const vp = sum(({ vcpu, hourly }) => vcpu * hourly)
  const mp = sum(({ memory, hourly }) => memory * hourly)
  const determinant = vv * mm - vm * vm
  if (!(determinant > 1e-9 * vv * mm)) return null
  return { vcpu: (vp * mm - mp * vm) / determinant, memory: (mp * vv - vp * vm) / determinant }
}

/** Both prices at so many decimals, and their neighbours two steps around. */
function nearby({ vcpu, memory }: PartPrices, digits: number): readonly PartPrices[] {
  const step = 10 ** -digits
  const steps = [-2, -1, 0, 1, 2]
  return steps.flatMap((v) => steps.map((m) => ({ vcpu: roundTo(vcpu + v * step, digits), memory: roundTo(memory + m * step, digits) })))
}

function worst(samples: readonly Sample[], { vcpu, memory }: PartPrices): number {
  return Math.max(...samples.map((sample) => Math.abs(sample.vcpu * vcpu + sample.memory * memory - sample.hourly)))
}

function roundTo(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}
