import type { Component } from '#shared/document/types.ts'
import { readScope } from '#pricing/budget/scope.ts'
import type { Scope } from '#pricing/budget/scope.ts'
import type { ServiceDeclaration } from '#pricing/services/declare.ts'

const groupings = ['group', 'category', 'environment', 'cloud', 'tag'] as const

export function isMember(scope: Scope, component: Component, declaration: ServiceDeclaration | undefined): boolean {
  switch (scope.by) {
    case 'total':
      return true
    case 'group':
      return component.group === scope.name
    case 'environment':
      return component.environment === scope.name
    case 'category':
      return declaration?.category === scope.name
    case 'cloud':
      return declaration?.cloud === scope.name
    case 'tag':
      return hasTag(component, scope.name)
  }
}

/** The scopes that `subtotal("x")` may mean, in the order in which they are tried: the first that any row belongs to. */
export function meanings(text: string): readonly Scope[] {
  const explicit = readScope(text)
  return 'code' in explicit || explicit.by === 'total' ? groupings.map((by) => ({ by, name: text })) : [explicit]
}

function hasTag(component: Component, pair: string): boolean {
  const equals = pair.indexOf('=')
  const name = pair.slice(0, Math.max(equals, 0))
  return Object.hasOwn(component.tags, name) && component.tags[name] === pair.slice(equals + 1)
}
