import type { Component, UserService, Workbook } from '#shared/document/types.ts'
import type { ServiceDeclaration } from '#pricing/services/declare.ts'
import { declarationOf } from '#pricing/services/user.ts'
import type { Context } from './types.ts'

const userDeclarations = new WeakMap<UserService, ServiceDeclaration>()

/** The declaration a row stands on: one of ours, or one the workbook holds (`user.<id>`). */
export function serviceOf(component: Component, workbook: Workbook, context: Context): ServiceDeclaration | undefined {
  const own = component.service.startsWith('user.') ? workbook.services.get(component.service.slice('user.'.length)) : undefined
  return own === undefined ? context.services.get(component.service) : userDeclaration(own)
}

function userDeclaration(service: UserService): ServiceDeclaration {
  const known = userDeclarations.get(service)
  if (known !== undefined) return known
  const declaration = declarationOf(service)
  userDeclarations.set(service, declaration)
  return declaration
}
