import { describe, expect, it } from 'vitest'
import { services } from '#pricing/services/registry.ts'
import { columnUnder, headingsOf, unknownHeadings } from '#renderer/sheet/paste-header.ts'

const flat = services.get('general.flat')
const ec2 = services.get('aws.ec2')

describe('the first line of a pasted block', () => {
  it('names columns when one of them is for names and another is known', () => {
    expect(headingsOf([['Component', 'Service', 'Whatever'], ['API']])).toEqual(['Component', 'Service', 'Whatever'])
    expect(
      headingsOf([
        ['name', 'QTY'],
        ['API', '2'],
      ]),
    ).toEqual(['name', 'QTY'])
  })

  it('is a row when it does not, or when nothing follows', () => {
    expect(headingsOf([['API', 'Amazon EC2'], ['Web']])).toBeNull()
    expect(headingsOf([['Name'], ['API']])).toBeNull()
    expect(headingsOf([['Name', 'Count']])).toBeNull()
    expect(headingsOf([])).toBeNull()
  })
})

describe('cells under a heading', () => {
  it('go to the column of that name, or the input of the row’s service', () => {
    expect(columnUnder(' count ', ec2)).toBe('count')
    expect(columnUnder('Env', ec2)).toBe('environment')
    expect(columnUnder('Monthly amount', flat)).toBe('input:monthly')
    expect(columnUnder('constructor', ec2)).toBeNull()
  })

  it('with a figure go to the amount of a flat rate and nowhere else', () => {
    expect(columnUnder('Monthly', flat)).toBe('input:monthly')
    expect(columnUnder('Cost', flat)).toBe('input:monthly')
    expect(columnUnder('Monthly', ec2)).toBeNull()
    expect(columnUnder('Share', flat)).toBeNull()
  })

  it('that nothing bears are named', () => {
    expect(unknownHeadings(['Name', 'Owner', '', 'Monthly amount'], services)).toEqual(['Owner'])
  })
})
