import { describe, expect, it } from 'vitest'
import type { Component } from '#shared/document/types.ts'
import { services } from '#pricing/services/registry.ts'
import { usualPlace } from '#renderer/workspace/usual-place.ts'
import { initialState } from '#renderer/workspace/store.ts'
import { rowOf, workbookOf } from './kit.ts'

function placeOf(service: string, rows: readonly Component[], active: string | null) {
  const declared = services.get(service)
  if (declared === undefined) throw new Error(`${service} is not declared`)
  const place = { row: active ?? '', column: 'name' as const }
  const selection = active === null ? [] : [{ anchor: place, focus: place }]
  return usualPlace({ ...initialState(), workbook: workbookOf(rows), services, selection }, declared)
}

describe('where a new component goes', () => {
  const web = rowOf('web', 1, { group: 'Compute', environment: 'prod' })
  const nodes = rowOf('nodes', 2, { group: 'Batch' })
  const files = rowOf('files', 3, { group: 'Data', service: 'aws.s3', environment: 'dev' })

  it('is the group that has rows of its category, at its end', () => {
    expect(placeOf('aws.s3', [web, nodes, files], 'web')).toEqual({ group: 'Data', environment: 'prod', after: 'files' })
    expect(placeOf('aws.lambda', [web, nodes, files], 'files')).toEqual({ group: 'Compute', environment: 'dev', after: 'web' })
  })

  it('is after the selected row where that is in such a group', () => {
    expect(placeOf('aws.lambda', [web, nodes, files], 'nodes')).toEqual({ group: 'Batch', environment: '', after: 'nodes' })
  })

  it('is a group named after the category where no row is like it', () => {
    expect(placeOf('aws.s3', [web], 'web')).toEqual({ group: 'Storage', environment: 'prod', after: null })
    expect(placeOf('aws.ec2', [], null)).toEqual({ group: 'Compute', environment: '', after: null })
  })

  it('is the selected row’s group for what belongs to no cloud', () => {
    expect(placeOf('general.flat', [web, files], 'files')).toEqual({ group: 'Data', environment: 'dev', after: 'files' })
  })
})
