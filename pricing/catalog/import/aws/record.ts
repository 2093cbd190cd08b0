/**
 * One price of an AWS offer file, whatever its form. Attributes have the names of the JSON form (`usagetype`, `operatingSystem`); one that
 * the product lacks is empty. See https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/reading-service-price-list-file.html.
 */
export type AwsRecord = {
  readonly place: string
  readonly sku: string
  readonly service: string
  readonly family: string
  readonly attribute: (name: AwsAttribute) => string
  readonly term: string
  /** `1yr`, `3yr`; empty on demand. */
  readonly lease: string
  /** `No Upfront`, `Partial Upfront`, `All Upfront`. */
  readonly option: string
  /** `standard`, `convertible`. */
  readonly offering: string
  readonly unit: string
  readonly price: string
  readonly currency: string
  readonly from: string
  readonly to: string
  readonly date: string
}

/** Attributes that a mapping reads, with their columns in the CSV form. */
export const awsColumns = {
  usagetype: 'usageType',
  operation: 'operation',
  regionCode: 'Region Code',
  location: 'Location',
  locationType: 'Location Type',
  instanceType: 'Instance Type',
  instanceFamily: 'Instance Family',
  vcpu: 'vCPU',
  memory: 'Memory',
  gpu: 'GPU',
  physicalProcessor: 'Physical Processor',
  operatingSystem: 'Operating System',
  licenseModel: 'License Model',
  tenancy: 'Tenancy',
  preInstalledSw: 'Pre Installed S/W',
  capacitystatus: 'CapacityStatus',
  marketoption: 'MarketOption',
  databaseEngine: 'Database Engine',
  deploymentOption: 'Deployment Option',
  cacheEngine: 'Cache Engine',
  queueType: 'Queue Type',
  transferType: 'Transfer Type',
  fromRegionCode: 'From Region Code',
  toRegionCode: 'To Region Code',
} as const
export type AwsAttribute = keyof typeof awsColumns
