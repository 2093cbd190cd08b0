/**
 * Names that Excel takes for cells: a letter or `_`, then letters, digits and `_`; nothing that reads as a cell (`p95`,
 * `R1C1`) or as a truth; and no two that differ only by their capitals. The others get a `_` behind them, or a number.
 */
export function excelName(name: string, taken: Set<string>): string {
  const plain = looksLikeCell(name) ? `${name}_` : name
  let free = plain
  for (let count = 2; taken.has(free.toLowerCase()); count += 1) free = `${plain}_${count}`
  taken.add(free.toLowerCase())
  return free
}

function looksLikeCell(name: string): boolean {
  return /^[a-z]{1,3}\d+$/i.test(name) || /^r\d*(?:c\d*)?$/i.test(name) || /^c\d*$/i.test(name) || /^(?:true|false)$/i.test(name)
}
