import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alike, inNaturalOrder, matchKeys } from '#pricing/catalog/patterns.ts'

describe('a pattern of keys', () => {
  const keys = ['aws.rds/db.t3.large-single-az', 'aws.rds/db.t3.micro-single-az', 'aws.rds/db.t3.micro-multi-az', 'aws.rdsx/db-single-az']

  it('gives what its hole is in each key that fits', () => {
    expect(matchKeys(keys, 'aws.rds/{size}-single-az')).toEqual(['db.t3.micro', 'db.t3.large'])
  })

  it('gives each value once, and takes other holes for any text', () => {
    expect(matchKeys(keys, 'aws.rds/{size}-{zones}-az')).toEqual(['db.t3.micro', 'db.t3.large'])
  })

  it('takes its other letters literally', () => {
    expect(matchKeys(['awsxrds/a', 'aws.rds/a'], 'aws.rds/{size}')).toEqual(['a'])
    expect(matchKeys(['a(b)/x'], 'a(b)/{size}')).toEqual(['x'])
  })

  it('without a hole gives nothing', () => {
    expect(matchKeys(keys, 'aws.rds/db.t3.micro-multi-az')).toEqual([])
  })

  it('with nothing but a hole gives every key', () => {
    expect([...matchKeys(keys, '{key}')].sort()).toEqual([...keys].sort())
  })
})

describe('natural order', () => {
  it('is the order of sizes', () => {
    const sizes = [
      'm5.10xlarge',
      'm5.2xlarge',
      'm5.metal',
      'm5.xlarge',
      'm5.large',
      'm5.micro',
      'm5.medium',
      'm5.nano',
      'm5.small',
      'm4.large',
      'm10.large',
    ]
    expect(inNaturalOrder(sizes)).toEqual([
      'm4.large',
      'm5.nano',
      'm5.micro',
      'm5.small',
      'm5.medium',
      'm5.large',
      'm5.xlarge',
      'm5.2xlarge',
      'm5.10xlarge',
      'm5.metal',
      'm10.large',
    ])
  })

  it('does not depend on the order it is given', () => {
    const word = fc.constantFrom('nano', 'micro', 'metal', 'large', 'xlarge', '4xlarge', '10', '9', 'a', 'zz', '.', '-')
    const text = fc.array(word, { maxLength: 5 }).map((words) => words.join(''))
    fc.assert(
      fc.property(fc.uniqueArray(text, { maxLength: 12 }), (texts) => {
        const once = inNaturalOrder(texts)
        expect(inNaturalOrder([...texts].reverse())).toEqual(once)
        expect(inNaturalOrder([...texts].sort())).toEqual(once)
      }),
    )
  })
})

describe('names alike', () => {
  it('begin most like the one wanted', () => {
    expect(alike(['m5.large', 't3.medium', 't3.micro', 'c5.large'], 't3.med')).toEqual(['t3.medium', 't3.micro'])
    expect(alike(['m5.large'], 'x')).toEqual([])
  })
})
