// Values on their way between the main process and the page: structured clone, as far as the bridge needs it, in JSON.
// The page's side of the same rules is in inPage.cjs.
'use strict'

function pack(value) {
  if (value === undefined) return { $undefined: true }
  if (value instanceof Uint8Array) return { $bytes: Buffer.from(value).toString('base64') }
  if (value instanceof Date) return { $date: value.getTime() }
  if (typeof value === 'number' && !Number.isFinite(value)) return { $number: String(value) }
  if (Array.isArray(value)) return value.map(pack)
  if (value !== null && typeof value === 'object') return { $object: Object.entries(value).map(([key, one]) => [key, pack(one)]) }
  if (typeof value === 'function' || typeof value === 'symbol') throw new Error('An object could not be cloned.')
  return value
}

function unpack(value) {
  if (Array.isArray(value)) return value.map(unpack)
  if (value === null || typeof value !== 'object') return value
  if ('$bytes' in value) return new Uint8Array(Buffer.from(value.$bytes, 'base64'))
  if ('$date' in value) return new Date(value.$date)
  if ('$number' in value) return Number(value.$number)
  if ('$object' in value) {
    const made = {}
    // An own `__proto__` stays an own key, as in a structured clone.
    for (const [key, one] of value.$object)
      Object.defineProperty(made, key, { value: unpack(one), writable: true, enumerable: true, configurable: true })
    return made
  }
  return undefined
}

module.exports = { pack, unpack }
