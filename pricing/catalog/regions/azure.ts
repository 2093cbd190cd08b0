import type { Region } from '#pricing/catalog/regions.ts'

/** Regions of Azure that the fact tables name. Names and places: https://learn.microsoft.com/azure/reliability/regions-list */
export const azureRegions: readonly Region[] = [
  { code: 'eastus', name: 'East US (Virginia)', country: 'US', geography: 'North America', at: [37.4, -79.8] },
  { code: 'eastus2', name: 'East US 2 (Virginia)', country: 'US', geography: 'North America', at: [36.7, -78.4] },
  { code: 'centralus', name: 'Central US (Iowa)', country: 'US', geography: 'North America', at: [41.6, -93.6] },
  { code: 'southcentralus', name: 'South Central US (Texas)', country: 'US', geography: 'North America', at: [29.4, -98.5] },
  { code: 'westus', name: 'West US (California)', country: 'US', geography: 'North America', at: [37.8, -122.4] },
  { code: 'westus2', name: 'West US 2 (Washington)', country: 'US', geography: 'North America', at: [47.2, -119.9] },
  { code: 'westus3', name: 'West US 3 (Phoenix)', country: 'US', geography: 'North America', at: [33.4, -112.1] },
  { code: 'canadacentral', name: 'Canada Central (Toronto)', country: 'CA', geography: 'North America', at: [43.7, -79.4] },
  { code: 'brazilsouth', name: 'Brazil South (São Paulo)', country: 'BR', geography: 'South America', at: [-23.5, -46.6] },
  { code: 'northeurope', name: 'North Europe (Ireland)', country: 'IE', geography: 'Europe', at: [53.3, -6.3] },
  { code: 'westeurope', name: 'West Europe (Netherlands)', country: 'NL', geography: 'Europe', at: [52.4, 4.9] },
  { code: 'uksouth', name: 'UK South (London)', country: 'GB', geography: 'Europe', at: [51.5, -0.1] },
  { code: 'francecentral', name: 'France Central (Paris)', country: 'FR', geography: 'Europe', at: [48.9, 2.4] },
  { code: 'germanywestcentral', name: 'Germany West Central (Frankfurt)', country: 'DE', geography: 'Europe', at: [50.1, 8.7] },
  { code: 'polandcentral', name: 'Poland Central (Warsaw)', country: 'PL', geography: 'Europe', at: [52.2, 21.0] },
  { code: 'swedencentral', name: 'Sweden Central (Gävle)', country: 'SE', geography: 'Europe', at: [60.7, 17.1] },
  { code: 'centralindia', name: 'Central India (Pune)', country: 'IN', geography: 'Asia', at: [18.5, 73.9] },
  { code: 'southeastasia', name: 'Southeast Asia (Singapore)', country: 'SG', geography: 'Asia', at: [1.35, 103.8] },
  { code: 'japaneast', name: 'Japan East (Tokyo)', country: 'JP', geography: 'Asia', at: [35.7, 139.8] },
  { code: 'australiaeast', name: 'Australia East (New South Wales)', country: 'AU', geography: 'Oceania', at: [-33.9, 151.2] },
]
