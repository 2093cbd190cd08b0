import type { SizeFact } from '#pricing/catalog/facts.ts'
import type { MachineFinding, PartFinding } from '#pricing/catalog/import/findings.ts'

/** vCPUs that are billed of the sizes that share a core (https://cloud.google.com/compute/docs/general-purpose-machines#e2-shared-core). */
const billedCores: Readonly<Record<string, number>> = { 'e2-micro': 0.25, 'e2-small': 0.5, 'e2-medium': 1 }

type Draft = { core?: PartFinding; memory?: PartFinding }

export type PartDrafts = {
  readonly add: (finding: PartFinding) => string | null
  /** Sizes of a family of which both parts are known: vCPUs × price of one + GiB × price of one. */
  readonly machines: (sizes: readonly SizeFact[]) => readonly MachineFinding[]
}

/** Google lists what a vCPU and a GiB of a family cost; its predefined sizes cost the sum (https://cloud.google.com/compute/vm-instance-pricing). */
export function partDrafts(): PartDrafts {
  const drafts = new Map<string, Draft>()
  return {
    add: (finding) => {
      const { family, region, term, part, hourly } = finding
      const place = `${family} ${region} ${term}`
      const draft = drafts.get(place) ?? {}
      const there = draft[part]
      if (there !== undefined && there.hourly !== hourly)
        return `A ${part === 'core' ? 'vCPU' : 'GiB'} of ${family} in ${region} (${term}) costs ${there.hourly} (${there.sku}) and ${hourly} (${finding.sku})`
      draft[part] ??= finding
      drafts.set(place, draft)
      return null
    },
    machines: (sizes) => [...drafts.values()].flatMap((draft) => sizesOf(draft, sizes)),
  }
}

function sizesOf({ core, memory }: Draft, sizes: readonly SizeFact[]): MachineFinding[] {
  if (core === undefined || memory === undefined) return []
  const { family, region, term, place, source } = core
  const ofFamily = sizes.filter((size) => isMadeOfParts(size, family))
  return ofFamily.map(({ size, vcpu, memory: gib }): MachineFinding => ({
    cloud: 'google',
    size,
    region,
    term,
    hourly: exactSum((billedCores[size] ?? vcpu) * core.hourly + gib * memory.hourly),
    machine: {},
    place,
    date: core.date > memory.date ? core.date : memory.date,
    sku: `${core.sku}+${memory.sku}`,
    source,
    note: `vCPUs (${core.sku}) and memory (${memory.sku})`,
    derived: true,
  }))
}

/** Sizes with a disk or GPUs have more parts, and those that share a core of `f1` and `g1` have a SKU of their own. */
function isMadeOfParts({ size, gpu }: SizeFact, family: string): boolean {
  return size.startsWith(`${family}-`) && gpu === 0 && !size.endsWith('-lssd') && !size.endsWith('-metal')
}

/** Google's prices have nine decimals: the sum of a few products of them has the noise of doubles behind the twelfth. */
function exactSum(dollars: number): number {
  return Number(dollars.toFixed(12))
}
