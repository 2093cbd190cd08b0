/**
 * Names that Excel takes for cells: a letter or `_`, then letters, digits and `_`; nothing that reads as a cell (`p95`,
 * `R1C1`) or as a truth, and none that Excel keeps for itself (`Print_Area`); and no two that differ only by their capitals. The others get a `_` behind them, or a number.
 */
export function excelName(name: string, taken: Set<string>): string {
  const plain = looksLikeCell(name) || isExcels(name) ? `${name}_` : name
  let free = plain
  for (let count = 2; taken.has(free.toLowerCase()); count += 1) free = `${plain}_${count}`
  taken.add(free.toLowerCase())
  return free
}

/** Names that Excel gives a meaning, also where they stand in a file without its prefix; the prefixes are its own. */
function isExcels(name: string): boolean {
  return excels.test(name)
}

const excels =
  /^(?:_xl|(?:print_area|print_titles|criteria|extract|database|_filterdatabase|consolidate_area|sheet_title|auto_(?:open|close|activate|deactivate)|recorder|data_form)$)/i

function looksLikeCell(name: string): boolean {
  return /^[a-z]{1,3}\d+$/i.test(name) || /^r\d*(?:c\d*)?$/i.test(name) || /^c\d*$/i.test(name) || /^(?:true|false)$/i.test(name)
}
