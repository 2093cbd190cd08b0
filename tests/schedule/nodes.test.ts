import { describe, expect, it } from 'vitest'
import { nodesFor, reservedByEks, reservedByGke } from '#pricing/schedule/nodes.ts'

const request = { cpu: 0.5, memoryGib: 0.5 }
const medium = { cpu: 2, memoryGib: 4 }

describe('nodes for replicas', () => {
  it('three replicas of half a core, scaled from two to ten, need one to four nodes of two cores', () => {
    const node = { ...medium, reserved: reservedByEks(medium, 17), maximumPods: 17 }
    expect([2, 3, 10].map((replicas) => nodesFor(replicas, request, node))).toEqual([
      { ok: true, nodes: 1, podsPerNode: 3, limitedBy: 'cpu' },
      { ok: true, nodes: 1, podsPerNode: 3, limitedBy: 'cpu' },
      { ok: true, nodes: 4, podsPerNode: 3, limitedBy: 'cpu' },
    ])
  })

  it('are limited by memory or by pods where these run out first', () => {
    const bare = { ...medium, reserved: { cpu: 0, memoryGib: 0 }, maximumPods: 110 }
    expect(nodesFor(5, { cpu: 0.1, memoryGib: 1 }, bare)).toMatchObject({ nodes: 2, podsPerNode: 4, limitedBy: 'memory' })
    expect(nodesFor(5, { cpu: 0.01, memoryGib: 0 }, { ...bare, maximumPods: 2 })).toMatchObject({ nodes: 3, limitedBy: 'pods' })
    expect(nodesFor(0, request, bare)).toMatchObject({ nodes: 0 })
  })

  it('cannot be had where one replica does not fit', () => {
    const node = { ...medium, reserved: reservedByGke(medium), maximumPods: 110 }
    expect(nodesFor(1, { cpu: 2, memoryGib: 1 }, node)).toMatchObject({ ok: false, reason: expect.stringMatching(/2 CPU/) })
    expect(nodesFor(1, { cpu: 1, memoryGib: 4 }, node)).toMatchObject({ ok: false, reason: expect.stringMatching(/4 GiB/) })
  })
})

describe('what a node keeps for itself', () => {
  it('on GKE follows the published steps', () => {
    // 4 × 25 % + 4 × 20 % of 8 GiB and 100 MiB; 6 % + 1 % of two cores.
    expect(reservedByGke({ cpu: 2, memoryGib: 8 }).memoryGib).toBeCloseTo(1.8 + 100 / 1024, 12)
    expect(reservedByGke({ cpu: 2, memoryGib: 8 }).cpu).toBeCloseTo(0.07, 12)
    expect(reservedByGke({ cpu: 16, memoryGib: 64 }).cpu).toBeCloseTo(0.06 + 0.01 + 0.01 + 0.03, 12)
    expect(reservedByGke({ cpu: 0.5, memoryGib: 0.6 }).memoryGib).toBeCloseTo(355 / 1024, 12)
  })

  it('on EKS follows the pods', () => {
    expect(reservedByEks(medium, 17).memoryGib).toBeCloseTo((255 + 187 + 100) / 1024, 12)
  })
})
