import { flexibleServer } from './flexible-server.ts'

export const postgresql = flexibleServer('postgresql')
