import { auroraOf } from './aurora.ts'

export const auroraPostgres = auroraOf('postgres')
