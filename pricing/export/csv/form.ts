/** How a CSV file is written: what stands between cells, what marks decimals, and whether a byte order mark comes first. */
export type CsvForm = { readonly separator: ',' | ';' | '\t'; readonly decimal: '.' | ','; readonly bom: boolean }

/** As RFC 4180 has it. */
export const plainForm: CsvForm = { separator: ',', decimal: '.', bom: false }

/** As spreadsheets of the locale read it: where the decimal mark is a comma, cells stand between semicolons. */
export function formOf(locale: string): CsvForm {
  const mark = new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value
  return mark === ',' ? { separator: ';', decimal: ',', bom: true } : { ...plainForm, bom: true }
}
