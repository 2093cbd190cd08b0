import type { Worked } from '../../kit.ts'

export const integrationMonths: readonly Worked[] = [
  {
    name: 'Service Bus Standard: 113 M operations, of which 13 M are included, over two steps',
    rows: [{ service: 'azure.service-bus', region: 'westeurope', inputs: { operations: '113e6' } }],
    working: '730 × 0.01344 + 87,000,000 × 0.0000008 + 13,000,000 × 0.0000005',
    total: 85.9112,
  },
  {
    name: 'Service Bus Basic and two Premium units',
    rows: [
      { service: 'azure.service-bus', region: 'westeurope', inputs: { plan: 'basic', operations: '10e6' } },
      { service: 'azure.service-bus', region: 'westeurope', inputs: { plan: 'premium', units: '2', operations: '0' } },
    ],
    working: '10,000,000 × 0.00000005 + 2 × 730 × 0.9275',
    total: 1354.65,
  },
  {
    name: 'Event Hubs Standard: three units that capture, 1 billion events',
    rows: [{ service: 'azure.event-hubs', inputs: { units: '3', events: '1e9', captureUnits: '3' } }],
    working: '3 × 730 × (0.03 + 0.1) + 1,000,000,000 × 0.000000028',
    total: 312.7,
  },
  {
    name: 'Event Hubs Premium with retention, and a dedicated unit',
    rows: [
      { service: 'azure.event-hubs', inputs: { plan: 'premium', events: '0', retained: '500' } },
      { service: 'azure.event-hubs', inputs: { plan: 'dedicated', events: '0' } },
    ],
    working: '730 × 1.027 + 500 × 0.1 + 730 × 6.849',
    total: 5799.48,
  },
  {
    name: 'Event Grid: 10 M operations; the free amount is not taken off',
    rows: [{ service: 'azure.event-grid', region: 'westeurope', inputs: { operations: '10e6' } }],
    working: '10,000,000 × 0.0000006',
    total: 6,
  },
  {
    name: 'Notification Hubs within the included pushes',
    rows: [{ service: 'azure.notification-hubs', inputs: { pushes: '5e6' } }],
    working: '10',
    total: 10,
  },
  {
    name: 'IoT Hub: three units of S1',
    rows: [{ service: 'azure.iot-hub', region: 'westeurope', inputs: { units: '3' } }],
    working: '3 × 25',
    total: 75,
  },
  {
    name: 'Logic Apps Standard: one WS2 instance with connector calls',
    rows: [
      {
        service: 'azure.logic-apps',
        region: 'westeurope',
        inputs: { vcpus: '2', memory: '7', standardCalls: '100,000', enterpriseCalls: '1,000' },
      },
    ],
    working: '2 × 143.96 + 7 × 10.294 + 100,000 × 0.000125 + 1,000 × 0.001',
    total: 373.478,
  },
  {
    name: 'API Management: two Standard units, and 5 M calls on Consumption',
    rows: [
      { service: 'azure.api-management', inputs: { plan: 'standard', count: '2', calls: '0' } },
      { service: 'azure.api-management', inputs: { plan: 'consumption', calls: '5e6' } },
    ],
    working: '2 × 686.71 + 5,000,000 × 0.0000035',
    total: 1390.92,
  },
  {
    name: 'API Management: 12 M calls of Basic v2, of which 10 M are included, without its unit',
    rows: [{ service: 'azure.api-management', inputs: { plan: 'basic-v2', count: '0', calls: '12e6' } }],
    working: '2,000,000 × 0.000003',
    total: 6,
  },
  {
    name: 'Key Vault: 10 M operations, renewals, rotations and 300 advanced hardware keys over two steps',
    rows: [
      {
        service: 'azure.key-vault',
        inputs: { plan: 'premium', operations: '10e6', renewals: '2', rotations: '5', advancedHsmKeys: '300' },
      },
    ],
    working: '10,000,000 × 0.000003 + 2 × 3 + 5 × 1 + 250 × 5 + 50 × 2.5',
    total: 1416,
  },
  {
    name: 'a pool of hardware modules',
    rows: [{ service: 'azure.managed-hsm', inputs: {} }],
    working: '730 × 4.85',
    total: 3540.5,
  },
]
