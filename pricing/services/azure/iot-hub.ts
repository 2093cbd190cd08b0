import { choice, hoursPerMonth, quantity } from '../fields.ts'
import { service } from '../service.ts'

/** Messages a day of a unit: S1 and B1 400,000, S2 and B2 6 million, S3 and B3 300 million, in steps of 4 KB. */
export const iotHub = service({
  id: 'azure.iot-hub',
  name: 'Azure IoT Hub',
  cloud: 'azure',
  category: 'integration',
  source: 'https://azure.microsoft.com/pricing/details/iot-hub/',
  summary: 'Messages between devices and the cloud, billed by the units of an edition.',
  keywords: ['iot', 'devices', 'telemetry', 'mqtt', 'messages'],
  inputs: {
    edition: choice({
      label: 'Edition',
      help: 'Basic only takes messages in; Standard also sends them and runs at the edge.',
      options: {
        b1: 'B1, 400,000 messages a day',
        b2: 'B2, 6 million messages a day',
        b3: 'B3, 300 million messages a day',
        s1: 'S1, 400,000 messages a day',
        s2: 'S2, 6 million messages a day',
        s3: 'S3, 300 million messages a day',
      },
      default: 's1',
    }),
    units: quantity({
      label: 'Units',
      help: 'Units of the edition: messages a day ÷ messages of one unit, rounded up.',
      unit: 'units',
      default: '1',
    }),
    hours: hoursPerMonth({ help: 'Hours a month that the hub exists.', minor: true }),
  },
  charges: {
    units: { label: 'Units', unit: 'unit-month', quantity: 'units * hours / hours_in_month', rate: 'azure.iot-hub/{edition}' },
  },
  columns: { size: 'edition', count: 'units' },
})
