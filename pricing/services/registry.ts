import type { UserService, Workbook } from '#shared/document/types.ts'
import { awsServices } from './aws/index.ts'
import { azureServices } from './azure/index.ts'
import type { Category, ServiceDeclaration } from './declare.ts'
import { generalServices } from './general/index.ts'
import { googleServices } from './google/index.ts'
import { declarationOf } from './user.ts'

const declared: readonly ServiceDeclaration[] = [...awsServices, ...googleServices, ...azureServices, ...generalServices]

/** Every service the program declares, by id, in the order in which lists show them. */
export const services: ReadonlyMap<string, ServiceDeclaration> = new Map(declared.map((declaration) => [declaration.id, declaration]))

const known = new WeakMap<ReadonlyMap<string, UserService>, ReadonlyMap<string, ServiceDeclaration>>()

/** Every service that rows of a workbook can name: the declared ones, and its own as `user.<id>`. The same table gives the same answer. */
export function servicesOf({ services: own }: Pick<Workbook, 'services'>): ReadonlyMap<string, ServiceDeclaration> {
  if (own.size === 0) return services
  const found =
    known.get(own) ?? new Map([...services, ...Array.from(own.values(), (one) => [`user.${one.id}`, declarationOf(one)] as const)])
  known.set(own, found)
  return found
}

/** What the service is filed under; `other` where nobody knows it, as in the calculators. */
export function categoryOf(service: string, workbook: Pick<Workbook, 'services'>): Category {
  return servicesOf(workbook).get(service)?.category ?? 'other'
}
