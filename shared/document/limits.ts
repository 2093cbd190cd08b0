/** What a workbook may hold. Commands keep to these, so that whatever a person makes can be written and read again. */
export const LIMITS = {
  /** Characters of a file, checked before it is parsed. */
  fileCharacters: 64 * 1024 * 1024,
  /** Objects and lists within each other. */
  depth: 32,
  /** Characters of one text, as in Excel. */
  text: 32_767,
  components: 200_000,
  /** Records of any other table. */
  records: 200_000,
  /** States of a document kept with it: each is a whole document. */
  snapshots: 200,
  id: 200,
  driverName: 64,
  /** Of a forecast's horizon. */
  months: 60,
  /** Units of a currency that one US dollar buys. */
  leastRate: 1e-6,
  mostRate: 1e9,
} as const
