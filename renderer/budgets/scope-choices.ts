import type { Component } from '#shared/document/types.ts'
import type { ServiceDeclaration } from '#pricing/services/declare.ts'
import { writeScope } from '#pricing/budget/scope.ts'
import type { Scope } from '#pricing/budget/scope.ts'

/** Every scope that a row of the workbook belongs to, `total` first, then by kind and in order of appearance. */
export function scopeChoices(components: Iterable<Component>, services: ReadonlyMap<string, ServiceDeclaration>): string[] {
  const found = {
    group: new Set<string>(),
    environment: new Set<string>(),
    category: new Set<string>(),
    cloud: new Set<string>(),
    tag: new Set<string>(),
  }
  for (const component of components) {
    const service = services.get(component.service)
    found.group.add(component.group)
    found.environment.add(component.environment)
    found.category.add(service?.category ?? '')
    found.cloud.add(service?.cloud ?? '')
    for (const [key, value] of Object.entries(component.tags)) found.tag.add(`${key}=${value}`)
  }
  const scopes: Scope[] = [{ by: 'total' }]
  for (const by of ['group', 'environment', 'category', 'cloud', 'tag'] as const) {
    for (const name of found[by]) if (name !== '') scopes.push({ by, name })
  }
  return scopes.map(writeScope)
}

/** The first scope nobody watches yet, or null when all are watched. */
export function unwatchedScope(choices: readonly string[], watched: ReadonlySet<string>): string | null {
  return choices.find((choice) => !watched.has(choice)) ?? null
}
