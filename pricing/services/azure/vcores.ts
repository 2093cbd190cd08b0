import type { Charge } from '../declare.ts'

/** vCores of standard-series (Gen5) databases and pools: https://learn.microsoft.com/azure/azure-sql/database/resource-limits-vcore-single-databases */
export const databaseVcores: readonly number[] = [2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 24, 32, 40, 80]

/** vCores of managed instances on standard-series hardware: https://learn.microsoft.com/azure/azure-sql/managed-instance/resource-limits */
export const instanceVcores: readonly number[] = [4, 8, 16, 24, 32, 40, 64, 80]

/** Sizes as the price list calls them: `gen5-4` is 4 vCores of standard-series hardware. */
export function gen5Sizes(vcores: readonly number[]): Readonly<Record<string, string>> {
  return Object.fromEntries(vcores.map((count) => [`gen5-${count}`, `${count} vCores`]))
}

/**
 * The SQL Server licence, which the compute price leaves out: one charge a size, because it is counted by the vCore. `sizes` gives the
 * vCores of each; the service has the choices `size`, `serviceTier` (`gp` or `bc`) and `licence` (`included` or `hybrid`), and `count` and `hours`.
 */
export function licenceCharges(service: string, sizes: Readonly<Record<string, number>>): Readonly<Record<string, Charge>> {
  const charges = Object.entries(sizes).map(([size, vcores]): [string, Charge] => [
    `licence_${size.replace('-', '_')}`,
    {
      label: 'SQL Server licence',
      unit: 'vCore-hour',
      quantity: `count * hours * ${vcores}`,
      when: { size: [size], serviceTier: ['gp', 'bc'], licence: ['included'] },
      rate: `azure.${service}/licence-{serviceTier}`,
    },
  ])
  return Object.fromEntries(charges)
}

/** vCores by size. */
export function vcoresBySize(vcores: readonly number[]): Readonly<Record<string, number>> {
  return Object.fromEntries(vcores.map((count) => [`gen5-${count}`, count]))
}

export const licences = { included: 'Licence included', hybrid: 'Azure Hybrid Benefit: own licences' } as const
