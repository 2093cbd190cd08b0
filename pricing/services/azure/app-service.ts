import { choice, hoursPerMonth, quantity, size } from '../fields.ts'
import { service } from '../service.ts'

export const appService = service({
  id: 'azure.app-service',
  name: 'Azure App Service',
  cloud: 'azure',
  category: 'compute',
  source: 'https://azure.microsoft.com/pricing/details/app-service/linux/',
  summary: 'Web apps on instances of a plan, billed by the hour of each instance however many apps it serves.',
  keywords: ['web app', 'app service plan', 'webapp', 'paas', 'api', 'isolated'],
  inputs: {
    os: choice({
      label: 'System',
      help: 'Plans for Windows cost more than those for Linux.',
      options: { linux: 'Linux', windows: 'Windows' },
      default: 'linux',
    }),
    size: size({
      label: 'Instance size',
      help: 'Size of the plan’s instances: b is Basic, s Standard, p Premium, i Isolated.',
      sizes: { from: 'rates', patterns: ['azure.app-service-linux/{size}', 'azure.app-service-windows/{size}'] },
      default: 'p1v3',
    }),
    count: quantity({ label: 'Instances', help: 'Instances of the plan on average.', unit: 'instances', default: '1' }),
    hours: hoursPerMonth({ help: 'Hours a month that the plan has its instances; a stopped app still occupies them.' }),
    ipCertificates: quantity({
      label: 'IP-based certificates',
      help: 'Certificates bound to an address of their own; those told apart by name are free.',
      unit: 'certificates',
      default: '0',
      minor: true,
    }),
  },
  charges: {
    instances: { label: 'Instance hours', unit: 'hour', quantity: 'count * hours', rate: 'azure.app-service-{os}/{size}' },
    ipCertificates: {
      label: 'IP-based certificates',
      unit: 'certificate-month',
      quantity: 'ipCertificates',
      rate: 'azure.app-service/ip-certificate',
    },
  },
  columns: { size: 'size', count: 'count' },
})
