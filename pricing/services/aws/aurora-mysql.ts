import { auroraOf } from './aurora.ts'

export const auroraMysql = auroraOf('mysql')
