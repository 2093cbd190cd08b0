import { awsServices } from './aws/index.ts'
import { azureServices } from './azure/index.ts'
import type { ServiceDeclaration } from './declare.ts'
import { generalServices } from './general/index.ts'
import { googleServices } from './google/index.ts'

const declared: readonly ServiceDeclaration[] = [...awsServices, ...googleServices, ...azureServices, ...generalServices]

/** Every service the program declares, by id, in the order in which lists show them. */
export const services: ReadonlyMap<string, ServiceDeclaration> = new Map(declared.map((declaration) => [declaration.id, declaration]))
