/** Text of UTF-8 bytes (RFC 3629), without a decoder of the host; `null` where they are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array, from: number = 0, to: number = bytes.length): string | null {
  for (let i = from; i < to; i++) if ((bytes[i] ?? 0) >= 0x80) return decodeLong(bytes, from, to)
  return asciiText(bytes, from, to)
}

function asciiText(bytes: Uint8Array, from: number, to: number): string {
  let text = ''
  if (to - from <= 32) {
    for (let i = from; i < to; i++) text += String.fromCharCode(bytes[i] ?? 0)
    return text
  }
  for (let at = from; at < to; at += 8192) {
    const part: unknown = Reflect.apply(String.fromCharCode, String, bytes.subarray(at, Math.min(to, at + 8192)))
    text += String(part)
  }
  return text
}

function decodeLong(bytes: Uint8Array, from: number, to: number): string | null {
  let text = ''
  for (let i = from; i < to;) {
    const first = bytes[i] ?? 0
    const length = first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0
    if (length === 0 || i + length > to) return null
    let point = length === 1 ? first : first & (0xff >> (length + 1))
    for (let k = 1; k < length; k++) {
      const next = bytes[i + k] ?? 0
      if ((next & 0xc0) !== 0x80) return null
      point = (point << 6) | (next & 0x3f)
    }
    if (isForbidden(point, length)) return null
    text += String.fromCodePoint(point)
    i += length
  }
  return text
}

/** Written longer than needed, a surrogate, or beyond Unicode. */
function isForbidden(point: number, length: number): boolean {
  if (point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) return true
  return (length === 3 && point < 0x800) || (length === 4 && point < 0x10000)
}
