/** Why a text that is shaped like a date (2026-12-15) is none; null for a day of the calendar and for any other words, such as “end of May”. */
export function dateProblem(text: string): string | null {
  const found = /^\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\s*$/.exec(text)
  if (found === null) return null
  const [year = 0, month = 0, day = 0] = found.slice(1).map(Number)
  if (month < 1 || month > 12) return `There is no month ${String(month)}. Write year, month and day, such as 2026-12-15.`
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  if (day >= 1 && day <= last) return null
  return `${String(year)}-${String(month).padStart(2, '0')} has ${String(last)} days: there is no day ${String(day)}.`
}
