import type { Worked } from '../../kit.ts'

export const googleComputeMonths: readonly Worked[] = [
  {
    name: 'three e2-standard-4 in Iowa',
    rows: [{ service: 'google.compute-engine', inputs: { size: 'e2-standard-4', count: '3' } }],
    working: '3 × 730 × 0.134023',
    total: 293.51037,
  },
  {
    name: 'one c3-standard-8 in the Netherlands for eight hours a day',
    rows: [{ service: 'google.compute-engine', region: 'europe-west4', inputs: { size: 'c3-standard-8', hours: '8 h/day' } }],
    working: '730 × 8/24 × 0.423377',
    total: 103.02173666666667,
  },
  {
    name: 'an instance group that runs two and a half machines on average',
    rows: [{ service: 'google.instance-group', inputs: { size: 'e2-standard-4', average: '2.5' } }],
    working: '2.5 × 730 × 0.134023',
    total: 244.591975,
  },
  {
    name: 'a custom E2 machine of 4 vCPUs and 10 GB',
    rows: [{ service: 'google.custom-machines', inputs: { vcpus: '4', memory: '10' } }],
    working: '730 × (4 × 0.02181159 + 10 × 0.00292353) × 1.05',
    total: 89.28319239,
  },
  {
    name: 'a custom N1 machine of 6 vCPUs and 20 GB all month, 30 % off for sustained use',
    rows: [{ service: 'google.custom-machines', inputs: { family: 'n1', vcpus: '6', memory: '20' } }],
    working: '730 × (6 × 0.031611 + 20 × 0.004237) × 1.05 × (1 + 0.8 + 0.6 + 0.4)/4',
    total: 147.2325393,
  },
  {
    name: 'a custom N2D machine for half of the month: the first quarter in full, the second at 86.78 %',
    rows: [{ service: 'google.custom-machines', inputs: { family: 'n2d', vcpus: '2', memory: '4', hours: '365' } }],
    working: '365 × (2 × 0.027502 + 4 × 0.003686) × 1.05 × (1 + 0.8678)/2',
    total: 24.9640071219,
  },
  {
    name: 'two GKE clusters',
    rows: [{ service: 'google.gke', inputs: { count: '2' } }],
    working: '2 × 730 × 0.10',
    total: 146,
  },
  {
    name: 'ten Autopilot pods of half a vCPU, 2 GB and 1 GB of disk',
    rows: [{ service: 'google.gke-autopilot', inputs: { pods: '10' } }],
    working: '7,300 × (0.5 × 0.0445 + 2 × 0.0049225) + 10 × 0.040004',
    total: 234.69354,
  },
  {
    name: 'Cloud Run in Belgium, a region of price tier 1: 10 M requests of 200 ms, 50 GB out',
    rows: [{ service: 'google.cloud-run', region: 'europe-west1', inputs: { requests: '10e6', duration: '200', egress: '50' } }],
    working: '2 M s × 0.000024 + 1 M GB-s × 0.0000025 + 10 M × 0.0000004 + 50 × 0.105',
    total: 59.75,
  },
  {
    name: 'Cloud Run in Frankfurt, price tier 2: four requests at a time',
    rows: [
      {
        service: 'google.cloud-run',
        region: 'europe-west3',
        inputs: { requests: '10e6', duration: '200', concurrency: '4', vcpus: '2', memory: '1' },
      },
    ],
    working: '0.5 M s × (2 × 0.0000336 + 0.0000035) + 10 M × 0.0000004',
    total: 39.35,
  },
  {
    name: 'two instances of Cloud Run always on in São Paulo',
    rows: [{ service: 'google.cloud-run', region: 'southamerica-east1', inputs: { billing: 'instance', instances: '2' } }],
    working: '2 × 730 × 3,600 s × (0.0000216 + 0.5 × 0.0000024)',
    total: 119.8368,
  },
  {
    name: 'Cloud Run with one instance kept warm, and 10 GB to other regions',
    rows: [{ service: 'google.cloud-run', inputs: { requests: '1e6', duration: '100', leastInstances: '1', crossRegion: '10' } }],
    working: '0.1 M s × (0.000024 + 0.5 × 0.0000025) + 0.4 + (730 × 3,600 − 100,000) s × 1.5 × 0.0000025 + 10 × 0.01',
    total: 12.505,
  },
  {
    name: 'Cloud Functions: 5 M runs of 240 ms at 512 MB, charged as 300 ms, and 20 GB out',
    rows: [{ service: 'google.cloud-functions', inputs: { invocations: '5e6', duration: '240', memory: '512', egress: '20' } }],
    working: '1.5 M s × (0.8 GHz × 0.00001 + 0.5 GB × 0.0000025) + 5 M × 0.0000004 + 20 × 0.12',
    total: 18.275,
  },
  {
    name: 'Cloud Functions in São Paulo, of 100 MB that count as 128',
    rows: [
      { service: 'google.cloud-functions', region: 'southamerica-east1', inputs: { invocations: '1e6', duration: '100', memory: '100' } },
    ],
    working: '0.1 M s × (0.2 GHz × 0.000014 + 0.125 GB × 0.0000035) + 1 M × 0.0000004',
    total: 0.72375,
  },
]
