import { flexibleServer } from './flexible-server.ts'

export const mysqlFlexible = flexibleServer('mysql')
