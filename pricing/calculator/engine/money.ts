import type { MoneySum, Part } from '../sums.ts'
import type { Money } from '../types.ts'

/** What every row costs. The amounts of one row stand side by side: an edit touches many rows, each in one place of memory. */
export type MoneyTable = { at: Float64Array; used: number; readonly free: number[] }

/** Places of a row, of which the first six are used; rows then begin where the processor's memory lines do. */
const width = 8
const [list, negotiated, monthly, upfront, unknown, problems] = [0, 1, 2, 3, 4, 5] as const

export function newMoney(): MoneyTable {
  return { at: new Float64Array(256 * width), used: 0, free: [] }
}

/** The place of a new row, where nothing stands yet. */
export function takeHandle(money: MoneyTable): number {
  const again = money.free.pop()
  if (again !== undefined) return again
  const handle = money.used * width
  if (handle === money.at.length) {
    const larger = new Float64Array(handle * 2)
    larger.set(money.at)
    money.at = larger
  }
  money.used += 1
  return handle
}

export function giveHandle(money: MoneyTable, handle: number): void {
  money.at.fill(0, handle, handle + width)
  money.free.push(handle)
}

/** Puts a row's amounts in place; answers whether any of them is another than before. */
export function putMoney({ at }: MoneyTable, handle: number, part: Part): boolean {
  const isSame =
    at[handle + list] === part.list &&
    at[handle + negotiated] === part.negotiated &&
    at[handle + monthly] === part.monthly &&
    at[handle + upfront] === part.upfront &&
    at[handle + unknown] === part.unknown &&
    at[handle + problems] === part.problems
  if (isSame) return false
  at[handle + list] = part.list
  at[handle + negotiated] = part.negotiated
  at[handle + monthly] = part.monthly
  at[handle + upfront] = part.upfront
  at[handle + unknown] = part.unknown
  at[handle + problems] = part.problems
  return true
}

export function moneyAt({ at }: MoneyTable, handle: number): Money {
  return {
    list: at[handle + list]!,
    discount: at[handle + list]! - at[handle + monthly]!,
    negotiated: at[handle + negotiated]!,
    monthly: at[handle + monthly]!,
    upfront: at[handle + upfront]!,
    unknown: at[handle + unknown]!,
    problems: at[handle + problems]!,
  }
}

/** Adds rows in the order given. */
export function addHandles(handles: readonly number[], { at }: MoneyTable): MoneySum {
  return {
    list: addColumn(handles, at, list),
    negotiated: addColumn(handles, at, negotiated),
    monthly: addColumn(handles, at, monthly),
    upfront: addColumn(handles, at, upfront),
    unknown: countColumn(handles, at, unknown),
    problems: countColumn(handles, at, problems),
  }
}

/** The operations of `accumulate`, on two numbers that stay in the processor: nearly all of what adding a group up takes. */
function addColumn(handles: readonly number[], at: Float64Array, column: number): MoneySum['list'] {
  let total = 0
  let lost = 0
  for (let index = 0; index < handles.length; index += 1) {
    const value = at[handles[index]! + column]!
    const next = total + value
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total
    total = next
  }
  return { total, lost }
}

function countColumn(handles: readonly number[], at: Float64Array, column: number): number {
  let count = 0
  for (let index = 0; index < handles.length; index += 1) count += at[handles[index]! + column]!
  return count
}
