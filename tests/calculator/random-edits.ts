import type { Change } from '#shared/document/change.ts'
import { rows } from '#shared/document/rows.ts'
import type { Adjustment, Component, Driver, Id, Settings, UserService, Workbook } from '#shared/document/types.ts'
import { driverNames, pick } from './random-pick.ts'
import type { Random } from './random-pick.ts'
import { editSchedule, randomPurchase, scheduleNames, weeklyText } from './random-schedules.ts'

const rowNames = ['API', 'Web', 'Cache', 'Store', 'Queue', 'Batch', 'Search', 'Support', 'Fees']
const groups = ['Serving', 'Data', 'Support', '']
const environments = ['prod', 'staging', '']
const sizes = ['t3.medium', 'm5.large', 'c5.xlarge', 'p3.2xlarge', 'no.such']
const regions = ['us-east-1', 'eu-west-1', 'eu-south-9', 'us-central1', 'us-central1']
const charges = ['instances', 'machines', 'storage', 'internet', 'metrics', 'zones', 'amount', 'use', 'none', 'gp3Iops', 'io2Iops']

/** One edit a person could make, good or bad: rows and drivers come, go, move, are renamed, and read each other in every way. */
export function randomEdit(workbook: Workbook, random: Random, newId: () => Id): readonly Change[] {
  const roll = random()
  if (roll < 0.1 || workbook.components.size === 0) return [add('components', randomRow(random, newId(), random() * 1000))]
  if (roll < 0.18 || workbook.drivers.size === 0) return [add('drivers', randomDriver(random, newId()))]
  if ((roll < 0.24 && workbook.components.size > 6) || workbook.components.size > 14)
    return [remove('components', pick(random, rows(workbook.components)))]
  if ((roll < 0.29 && workbook.drivers.size > 3) || workbook.drivers.size > 12)
    return [remove('drivers', pick(random, rows(workbook.drivers)))]
  if (roll < 0.5) return [editDriver(random, pick(random, rows(workbook.drivers)))]
  if (roll < 0.52) return [editSettings(random, workbook.settings.get('settings')!)]
  if (roll < 0.54) return [editService(random, workbook)]
  if (roll < 0.55) return [editSchedule(random, workbook)]
  if (roll < 0.58) return swapNames(random, rows(workbook.components))
  return [editRow(random, pick(random, rows(workbook.components)))]
}

function add<T extends 'components' | 'drivers'>(table: T, after: T extends 'components' ? Component : Driver): Change {
  return (table === 'components' ? { table, id: after.id, before: null, after } : { table, id: after.id, before: null, after }) as Change
}

function remove<T extends 'components' | 'drivers'>(table: T, before: T extends 'components' ? Component : Driver): Change {
  return { table, id: before.id, before, after: null } as Change
}

function editDriver(random: Random, before: Driver): Change {
  const after =
    random() < 0.25
      ? { ...before, name: pick(random, driverNames) }
      : {
          ...before,
          value: driverText(random),
          unit: pick(random, ['', 'GB', 'requests']),
          ...(random() < 0.2 ? { growth: pick(random, ['4%', 'months 1, 2; -3%', 'soon', '']) } : {}),
        }
  return { table: 'drivers', id: before.id, before, after }
}

function editSettings(random: Random, before: Settings): Change {
  const after: Settings = {
    ...before,
    month: { hours: pick(random, [720, 730, 744]) },
    rounding: pick(random, ['exact', 'vendor']),
    currency: { ...before.currency, ...randomCurrency(random) },
    priceBook: { ...before.priceBook, adjustments: adjustments.filter(() => random() < 0.4) },
    freeTier: random() < 0.5,
  }
  return { table: 'settings', id: before.id, before, after }
}

/** One dollar is one dollar. */
function randomCurrency(random: Random): { readonly code: string; readonly perUsd: number } {
  const [code, perUsd] = [pick(random, ['USD', 'EUR']), pick(random, [1, 0.92, 151.3])]
  return { code, perUsd: code === 'USD' ? 1 : perUsd }
}

const adjustments: readonly Adjustment[] = [
  { match: 'aws.*', percent: -7, note: 'agreement' },
  { match: 'aws.ec2/us-*', percent: -12.5, note: '' },
  { match: '*', percent: 3, note: '' },
  { match: 'aws.s3', percent: -100, note: 'pilot' },
]

function editService(random: Random, workbook: Workbook): Change {
  const before = workbook.services.get('own') ?? null
  const after: UserService = {
    id: 'own',
    order: 1,
    name: 'Own',
    category: pick(random, ['compute', 'storage']),
    inputs: { units: { label: 'Units', unit: '' }, price: { label: 'Price', unit: '', default: '2' } },
    charges: {
      use: {
        label: 'Use',
        unit: 'unit',
        quantity: pick(random, ['units', 'units * 2', 'units / (units - 3)']),
        price: [{ upTo: '10', price: 'price' }, { price: 'price / 2' }],
      },
    },
  }
  return { table: 'services', id: 'own', before, after }
}

function swapNames(random: Random, all: readonly Component[]): Change[] {
  const [a, b] = [pick(random, all), pick(random, all)]
  if (a.id === b.id) return []
  const renamed = (before: Component, name: string): Change => ({ table: 'components', id: before.id, before, after: { ...before, name } })
  return [renamed(a, b.name), renamed(b, a.name)]
}

function editRow(random: Random, before: Component): Change {
  return { table: 'components', id: before.id, before, after: editedRow(random, before) }
}

function editedRow(random: Random, row: Component): Component {
  const roll = random()
  if (roll < 0.1) return { ...row, name: pick(random, rowNames) }
  if (roll < 0.2) return { ...row, group: pick(random, groups) }
  if (roll < 0.26) return { ...row, environment: pick(random, environments) }
  if (roll < 0.32) return { ...row, tags: pick<Record<string, string>>(random, [{}, { team: 'ml' }, { team: 'web', constructor: 'x' }]) }
  if (roll < 0.38) return { ...row, order: random() * 1000 }
  if (roll < 0.46) return { ...row, region: pick(random, regions) }
  if (roll < 0.54) return { ...row, purchase: randomPurchase(random) }
  if (roll < 0.6) return { ...randomRow(random, row.id, row.order), name: row.name }
  if (roll < 0.7) return { ...row, prices: randomPrices(random) }
  const inputs = Object.keys(row.inputs)
  return { ...row, inputs: { ...row.inputs, [pick(random, inputs)]: quantityText(random) } }
}

function randomRow(random: Random, id: Id, order: number): Component {
  const [service, inputs] = pick(random, [
    ['aws.ec2', { size: pick(random, sizes), count: quantityText(random) }],
    [
      'aws.ec2',
      {
        size: 't3.medium',
        count: quantityText(random),
        hours: pick(random, ['', '3 h/day', '=hours_in_month / 2', '730', 'Mon-Fri 08-18 = 100%, else 0', '08-18 = 3, else 0']),
      },
    ],
    [
      'aws.ebs',
      { type: pick(random, ['gp3', 'io2', 'none']), size: pick(random, ['100', '1 TB', '=stored']), count: quantityText(random) },
    ],
    [
      'aws.application-load-balancer',
      { newConnections: quantityText(random), processed: pick(random, ['=requests * payload', '100 GB', '']) },
    ],
    ['general.flat', { amount: pick(random, ['18', '=0.05 * cost("API")', '=subtotal("Serving") * 3%']) }],
    [
      'general.percentage',
      {
        base: pick(random, ['=subtotal("compute")', '=subtotal("group:Data")', '=subtotal("prod")', '=subtotal("team=ml")']),
        percent: '10%',
      },
    ],
    ['aws.s3', { stored: storedText(random), indexedObjects: '=requests * 10000' }],
    ['aws.s3', { stored: storedText(random), class: pick(random, ['standard', 'standard-ia']) }],
    ['aws.data-transfer', { internet: storedText(random) }],
    ['aws.cloudwatch', { metrics: quantityText(random), alarms: pick(random, ['0', '3', '=replicas']), logsIngested: '3 GB' }],
    ['aws.route53', { zones: quantityText(random), standardQueries: '=requests * 1e8' }],
    [
      'google.compute-engine',
      {
        size: pick(random, ['n1-standard-4', 'n2-standard-8', 'e2-medium']),
        count: quantityText(random),
        hours: pick(random, ['', '=peak * 7', '300', 'Mon-Fri 08-18 = 100%, else 0']),
      },
    ],
    ['aws.ec2', { size: 'm5.large', count: '08-18 = 6, else 2' }],
    ['google.compute-engine', { size: pick(random, ['n1-standard-4', 'n2-standard-8', 'n2-highmem-2']), count: weeklyText(random) }],
    ['google.custom-machines', { family: pick(random, ['n1', 'n2', 'e2']), count: weeklyText(random), hours: pick(random, ['', '300']) }],
    ['aws.data-transfer', { internet: '08-20 = 90000, else 10' }],
    [
      'aws.compute-savings-plan',
      {
        commitment: commitmentText(random),
        discount: pick(random, ['27%', '', '=growth / 100']),
        fargateDiscount: pick(random, ['20%', '', '=growth / 100']),
      },
    ],
    ['aws.fargate', { tasks: quantityText(random), capacity: pick(random, ['standard', 'standard', 'spot']) }],
    ['aws.ec2-instance-savings-plan', { size: pick(random, sizes), commitment: commitmentText(random), term: pick(random, ['1y', '3y']) }],
    [
      'aws.reserved-instances',
      { size: pick(random, sizes), count: quantityText(random), payment: pick(random, ['no-upfront', 'all-upfront']) },
    ],
    ['google.committed-use', { size: 'n1-standard-1', count: quantityText(random), resource: pick(random, ['vcpu', 'memory']) }],
    ['google.flexible-committed-use', { commitment: commitmentText(random) }],
    ['user.own', { units: quantityText(random) }],
    ['aws.nothing', { count: '1' }],
  ] as const)
  return {
    id,
    order,
    name: pick(random, rowNames),
    service,
    region: pick(random, regions),
    group: pick(random, groups),
    environment: pick(random, environments),
    inputs: { ...inputs },
    purchase: randomPurchase(random),
    prices: random() < 0.1 ? randomPrices(random) : {},
    tags: {},
    note: '',
  }
}

function randomPrices(random: Random): Component['prices'] {
  const price = pick(random, ['0.05', '=growth / 100', '08-18 = 0.2, else 0.1', '5 USD', '', '-1', '=cost("API") / 1000', '=3 +', '2 GB'])
  const one = { [pick(random, charges)]: { price, note: pick(random, ['', 'offer 12']) } }
  return pick<Component['prices']>(random, [{}, one, { ...one, [pick(random, charges)]: { price: '0.01', note: '' } }])
}

function commitmentText(random: Random): string {
  return pick(random, ['0.1', '1', '=growth / 50', '08-18 = 2, else 1', '', `=cost("${pick(random, rowNames)}") / 2000`])
}

/** Amounts on both sides of the steps of graduated prices. */
function storedText(random: Random): string {
  return pick(random, [
    '10',
    '5 TB',
    '30 TB',
    '60 TB',
    '600 TB',
    '0',
    '',
    '=stored * 500',
    '08-20 = 90000, else 10',
    `=cost("${pick(random, rowNames)}") * 10`,
    `=cost("${pick(random, rowNames)}")`,
    `=subtotal("storage") * 5`,
  ])
}

function driverText(random: Random): string {
  const name = pick(random, driverNames)
  if (random() < 0.4) return String(Math.round(random() * 1000) / 10)
  if (random() < 0.12) return weeklyText(random)
  return pick(random, [
    `=schedule("${pick(random, scheduleNames)}") * 2`,
    `=if(schedule("${pick(random, scheduleNames)}") > 2, ${name}, 1)`,
    String(Math.round(random() * 1000) / 10),
    `=${name} * 2`,
    `=${name} + ${pick(random, driverNames)}`,
    `=if(${name} > 3, ${pick(random, driverNames)}, 4)`,
    '10 GB',
    '3 h',
    '',
    `=cost("${pick(random, rowNames)}") / 100`,
    `=subtotal("${pick(random, ['Serving', 'storage', 'prod', 'aws', 'nowhere'])}") / 10`,
    `=1 / (${name} - ${name})`,
    '=nobody',
    '5 USD',
    '=hours_in_month / 100',
    '2 GB/month',
    '=3 +',
  ])
}

function quantityText(random: Random): string {
  const name = pick(random, driverNames)
  if (random() < 0.4) return String(Math.floor(random() * 20))
  if (random() < 0.14) return weeklyText(random)
  return pick(random, [
    `=schedule("${pick(random, scheduleNames)}")`,
    `=ceil(schedule("${pick(random, scheduleNames)}") * ${name} / 5)`,
    String(Math.floor(random() * 20)),
    `=${name}`,
    `=ceil(${name} / 7) + 1`,
    `=max(2, ${name}) * ${pick(random, driverNames)}`,
    `=if(${name} > 5, ${pick(random, driverNames)}, 1)`,
    `=cost("${pick(random, rowNames)}") / 50`,
    `=subtotal("${pick(random, ['Serving', 'Data', 'compute', 'prod'])}") / 100`,
    '',
    '-4',
    '=users +',
  ])
}

function randomDriver(random: Random, id: Id): Driver {
  return { id, order: random() * 1000, name: pick(random, driverNames), value: driverText(random), unit: '' }
}
