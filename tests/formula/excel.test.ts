import { describe, expect, it } from 'vitest'
import { excelAtom, readCell, toExcel } from '#shared/formula/index.ts'
import type { Reference } from '#shared/formula/types.ts'

const cells: Readonly<Record<string, string>> = { users: 'users', payload: 'payload/1048576', hours_in_month: 'hours_in_month' }

function said(text: string, least = -Infinity): string | null {
  const read = readCell(text)
  if (read.kind !== 'formula') throw new Error(`${text} is no formula`)
  const of = (reference: Reference) =>
    excelAtom(reference.kind === 'name' ? (cells[reference.name] ?? reference.name) : 'Subtotals!J2', least)
  return toExcel(read, of)?.text ?? null
}

describe('a formula said in Excel', () => {
  it.each([
    ['=users * 30', 'users*30'],
    ['=2 - (3 - users)', '2-(3-users)'],
    ['=(2 - 3) - users', '2-3-users'],
    ['=users / (2 * 3)', 'users/(2*3)'],
    ['=-users ^ 2', '(-users)^2'],
    ['=-(users ^ 2)', '-(users^2)'],
    ['=users ^ -1', 'users^(-1)'],
    ['=users * 5%', 'users*0.05'],
    ['=users * 10 TB', 'users*10240'],
    ['=users * 250 ms', 'users*0.00006944444444444444'],
    ['=users / 1 day', 'users/24'],
    ['=cost("API") * 3%', 'Subtotals!J2*0.03'],
    ['=min(users, 5) + max(users, 2) + sum(users, 1) + avg(users, 3)', 'MIN(users,5)+MAX(users,2)+SUM(users,1)+AVERAGE(users,3)'],
    ['=if(users > 5, 1, 2)', 'IF(users>5,1,2)'],
    ['=(users > 5) + 1', 'IF(users>5,1,0)+1'],
    ['=if(users > 5 and users < 9, 1, 2)', 'IF(IF(users>5,users<9,0),1,2)'],
    ['=users > 5 or users < 2', 'IF(IF(users>5,1,users<2),1,0)'],
    ['=not(users = 2)', 'IF(users=2,0,1)'],
    ['=round(users / 3, 2)', 'ROUND(users/3,2)'],
    ['=round(users / 3)', 'ROUND(users/3,0)'],
    ['=clamp(users, 1, 10)', 'MIN(MAX(users,1),10)'],
    ['=mod(users, 3)', 'MOD(users,3)'],
    ['=sqrt(users) + ln(users) + log10(users) + exp(1) + abs(users)', 'SQRT(users)+LN(users)+LOG10(users)+EXP(1)+ABS(users)'],
    ['=users * 1e21', 'users*1E+21'],
  ])('%s is %s', (text, excel) => {
    expect(said(text)).toBe(excel)
  })

  it('rounds up what only the last binary digits miss as it does here', () => {
    expect(said('=ceil(users)', 0)).toBe('ROUNDUP(users*0.99999999999999,0)')
    expect(said('=ceil(users)')).toBe('-INT(1E-14*ABS(users)-users)')
    expect(said('=floor(users)', 0)).toBe('INT(users*1.00000000000001)')
  })

  it('pays each part of a graduated price in its own bracket', () => {
    expect(said('=tier(users, 10, 1, 20, 0.5, 0.25)', 0)).toBe('MIN(users,10)*1+MAX(0,MIN(users,20)-10)*0.5+MAX(0,users-20)*0.25')
    expect(said('=tier(users, 10, 1, 2)')).toBe(
      'IF(users>=0,MIN(users,10)*1+MAX(0,users-10)*2,VALUE("the quantity is below zero, or the bounds do not rise"))',
    )
    expect(said('=tier(5, users, 1, 2)')).toMatch(/^IF\(users>0,/)
  })

  it('is not said where Excel would not take it', () => {
    const nested = (depth: number): string => (depth === 0 ? 'users' : `tier(${nested(depth - 1)}, 10, 1, 20, 2, 3)`)
    expect(said(`=${nested(2)}`)).not.toBeNull()
    expect(said(`=${nested(9)}`)).toBeNull()
    const deep = (depth: number): string => (depth === 0 ? 'users' : `abs(${deep(depth - 1)})`)
    expect(said(`=${deep(60)}`)).toBeNull()
  })
})
