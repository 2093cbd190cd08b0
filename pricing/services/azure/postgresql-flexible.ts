import { flexibleServer } from './flexible-server.ts'

export const postgresqlFlexible = flexibleServer('postgresql')
