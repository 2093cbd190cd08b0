import { flexibleServer } from './flexible-server.ts'

export const mysql = flexibleServer('mysql')
