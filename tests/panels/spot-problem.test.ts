import { describe, expect, it } from 'vitest'
import { spotProblem } from '#renderer/inspector/spot-problem.ts'

describe('a time of a spot share', () => {
  it.each([
    ['interruption', '0'],
    ['interruption', '-5 min'],
    ['checkpoint', 'abc'],
    ['checkpoint', '5 GB'],
    ['restart', '-1'],
  ] as const)('that cannot be one says so at its field: %s %s', (time, text) => {
    expect(spotProblem(time, text, 730)?.message).toMatch(/./)
  })

  it.each([
    ['interruption', '20 h'],
    ['interruption', '5%'],
    ['interruption', '0%'],
    ['checkpoint', '5 min'],
    ['checkpoint', '0'],
    ['restart', ''],
    ['restart', '=anything'],
  ] as const)('that can says nothing: %s %s', (time, text) => {
    expect(spotProblem(time, text, 730)).toBeNull()
  })
})
