/** The remainders of a byte followed by none to three zero bytes, 256 of each: four bytes are taken at a time. */
const TABLE = tables()

function tables(): Uint32Array {
  const table = new Uint32Array(4 * 256)
  for (let byte = 0; byte < 256; byte++) {
    let value = byte
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
    table[byte] = value
  }
  for (let at = 256; at < table.length; at++) {
    const before = entry(table, at - 256)
    table[at] = (before >>> 8) ^ entry(table, before & 0xff)
  }
  return table
}

function entry(table: Uint32Array | Uint8Array, at: number): number {
  return table[at] ?? 0
}

/** CRC-32 as in zip and PNG (ISO 3309, polynomial 0xEDB88320), as an unsigned number. `before`: that of the bytes that stand before these. */
export function crc32(bytes: Uint8Array, before = 0): number {
  let crc = before ^ 0xffffffff
  let at = 0
  for (const whole = bytes.length - 3; at < whole; at += 4) {
    crc ^= entry(bytes, at) | (entry(bytes, at + 1) << 8) | (entry(bytes, at + 2) << 16) | (entry(bytes, at + 3) << 24)
    crc =
      entry(TABLE, 768 + (crc & 0xff)) ^
      entry(TABLE, 512 + ((crc >>> 8) & 0xff)) ^
      entry(TABLE, 256 + ((crc >>> 16) & 0xff)) ^
      entry(TABLE, crc >>> 24)
  }
  for (; at < bytes.length; at++) crc = (crc >>> 8) ^ entry(TABLE, (crc ^ entry(bytes, at)) & 0xff)
  return (crc ^ 0xffffffff) >>> 0
}
