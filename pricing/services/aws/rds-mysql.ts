import { rdsOf } from './rds.ts'

export const rdsMysql = rdsOf('mysql')
