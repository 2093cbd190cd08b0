import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readWorkbook } from '#shared/document/file.ts'
import { repeatedName } from '#shared/document/json-place.ts'

describe('a name that stands twice in one object', () => {
  const twice = (text: string) => {
    const read = readWorkbook(text, () => 'new')
    return read.ok ? null : read.problems
  }

  it('is refused with its place, as nobody knows which was meant', () => {
    expect(twice('{ "format": "skytally", "version": 1,\n  "name": "A",\n  "name": "B" }')).toEqual([
      {
        at: 'line 3, column 3',
        message: '"name" stands twice in one object, and only one of the two can hold.',
        fix: 'Take one of them out.',
      },
    ])
    const inputs =
      '{"format":"skytally","version":1,"name":"A","components":[{"name":"x","service":"aws.ec2","inputs":{"count":"1","c\\u006funt":"2"}}]}'
    expect(twice(inputs)?.[0]?.message).toContain('"count" stands twice')
  })

  it('is not found where the names are of two objects, of a list, or in a text', () => {
    expect(
      twice(
        '{"format":"skytally","version":1,"name":"name","components":[{"id":"a","name":"x, \\"name\\": {","service":"a"},{"id":"b","name":"y","service":"a"}]}',
      ),
    ).toBeNull()
  })

  it('is found wherever it is put among others', () => {
    const text = fc.string({ maxLength: 6 })
    fc.assert(
      fc.property(fc.uniqueArray(text, { minLength: 1, maxLength: 6 }), fc.nat(), fc.jsonValue(), (names, at, value) => {
        const members = names.map((name) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`)
        expect(repeatedName(`[{${members.join(', ')}}]`)).toBeNull()
        const again = names[at % names.length] ?? ''
        expect(repeatedName(`[{${[...members, `${JSON.stringify(again)}: 1`].join(',')}}]`)?.name).toBe(again)
      }),
    )
  })
})
