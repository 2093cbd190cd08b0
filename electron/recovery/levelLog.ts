import { maskedCrc32c } from './crc32c.ts'

const blockSize = 32_768
const headerSize = 7
/** Kinds of a physical record: whole, or a part of a longer one. */
const full = 1
const last = 4

/**
 * Where a LevelDB log must be cut so that it ends with its last whole record, or `null` to leave it alone.
 *
 * Format (LevelDB `doc/log_format.md`): 32 KB blocks of records, each a masked CRC-32C of type and data, a 16-bit length
 * and a type. A process that is killed leaves a torn record at the end; LevelDB later appends after it, and the start
 * after that takes the log for corrupt and deletes the whole database. Cutting the torn tail prevents this.
 *
 * A log whose very first record has a bad checksum is left alone: it may be of a format this program does not know.
 */
export function levelLogEnd(log: Uint8Array): number | null {
  const view = new DataView(log.buffer, log.byteOffset, log.byteLength)
  let at = 0
  let good = 0
  let seen = 0
  for (;;) {
    at = skipTrailer(at)
    if (at + headerSize > log.length) break
    const length = view.getUint16(at + 4, true)
    const type = view.getUint8(at + 6)
    const end = at + headerSize + length
    if (end > log.length) break
    if (view.getUint32(at, true) !== maskedCrc32c(log.subarray(at + 6, end))) {
      if (seen === 0) return null
      break
    }
    seen++
    at = end
    if (type === full || type === last) good = end
  }
  // Zeros that fill the end of a block belong to the record before them.
  return good < log.length && skipTrailer(good) !== log.length ? good : null
}

/** The last bytes of a block that cannot hold a header are padding. */
function skipTrailer(at: number): number {
  const left = blockSize - (at % blockSize)
  return left < headerSize ? at + left : at
}
