import { rdsOf } from './rds.ts'

export const rdsPostgres = rdsOf('postgres')
