/**
 * What a merge does, and what is left to decide. `changes`: records of the open workbook that change; `conflicts`: cells both changed;
 * `decided`: those of them somebody chose.
 */
export function countsText(changes: number, conflicts: number, decided: number): string {
  if (changes === 0 && conflicts === 0) return 'The other copy has nothing that this workbook has not.'
  const taken = changes === 1 ? '1 entry of this workbook changes' : `${print(changes)} entries of this workbook change`
  return `${taken}; ${conflicts === 0 ? 'no cell was changed by both' : leftText(conflicts, conflicts - decided)}.`
}

function leftText(conflicts: number, left: number): string {
  if (left === 0)
    return conflicts === 1 ? 'the cell that both changed is decided' : `all ${print(conflicts)} cells that both changed are decided`
  const are = left === 1 ? 'is' : 'are'
  const of = left === conflicts ? (conflicts === 1 ? '1 cell' : `${print(conflicts)} cells`) : `${print(left)} of ${print(conflicts)} cells`
  return `${of} ${are} to be decided, where this workbook stands until you choose`
}

const print = (count: number): string => count.toLocaleString('en-US')
