import { ImportFault, fetchAgain } from '#pricing/catalog/import/fault.ts'
import type { Reader } from '#pricing/catalog/import/reader.ts'
import { decodeUtf8 } from '#pricing/catalog/import/utf8.ts'

/** Where in a document a wanted value stands: names, `*` for any name or any place of a list. */
export type JsonPath = readonly string[]

/** Containers inside each other; price lists have six. */
const deepest = 200
/** One value that is wanted; the largest real ones have a few hundred kilobytes. */
const largestValue = 16 << 20

const code = { quote: 0x22, backslash: 0x5c, comma: 0x2c, colon: 0x3a, open: 0x7b, close: 0x7d, openList: 0x5b, closeList: 0x5d }
const isBlank = (byte: number): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09

/**
 * Reads JSON (RFC 8259) of any size as it comes and hands out the values that stand at `wanted`, each with its path; all else is passed
 * over and only its brackets and strings are checked. Nothing but one wanted value at a time is kept in memory.
 */
export function jsonValues(wanted: readonly JsonPath[], onValue: (path: readonly string[], value: unknown) => void): Reader {
  const depthOfPaths = Math.max(...wanted.map((path) => path.length))
  /** The open containers, and in each the name or place of the value being read. */
  const isList: boolean[] = []
  const names: string[] = []
  const places: number[] = []
  let expects: 'value' | 'name' | 'colon' | 'comma' | 'end' = 'value'
  let inside: 'nothing' | 'string' | 'escape' | 'word' = 'nothing'
  let isName = false
  let position = 0
  /** What is kept: the wanted value being read, or a name. */
  let kept = new Uint8Array(1 << 12)
  let keptLength = 0
  let keptDepth = -1
  let name = new Uint8Array(256)
  let nameLength = 0
  let isFirst = true

  const fault = (message: string): ImportFault => new ImportFault(`byte ${position + 1}`, message, fetchAgain)

  function keep(chunk: Uint8Array, from: number, to: number): void {
    if (to <= from) return
    const needed = keptLength + to - from
    if (needed > largestValue) throw fault('One record is larger than 16 MB, which no price list has.')
    if (needed > kept.length) kept = enlarged(kept, keptLength, needed)
    kept.set(chunk.subarray(from, to), keptLength)
    keptLength = needed
  }

  function isWanted(): boolean {
    const depth = isList.length
    return (
      depth <= depthOfPaths && wanted.some((path) => path.length === depth && path.every((part, i) => part === '*' || part === names[i]))
    )
  }

  /** A value begins; `names` is its path. */
  function begin(): void {
    const top = isList.length - 1
    if (top >= 0 && isList[top] === true && top < depthOfPaths) names[top] = String(places[top])
    if (keptDepth === -1 && isList.length > 0 && isWanted()) {
      keptDepth = isList.length
      keptLength = 0
    }
  }

  /** A value is over; its last byte has been kept. */
  function finish(): void {
    expects = isList.length === 0 ? 'end' : 'comma'
    if (keptDepth !== isList.length || keptDepth === -1) return
    keptDepth = -1
    onValue(names.slice(0, isList.length), parsed())
  }

  function parsed(): unknown {
    const text = decodeUtf8(kept, 0, keptLength)
    if (text === null) throw fault('A record is not UTF-8.')
    try {
      const value: unknown = JSON.parse(text)
      return value
    } catch {
      throw fault('A record is not JSON.')
    }
  }

  function open(list: boolean): void {
    if (isList.length >= deepest) throw fault('The brackets go deeper than in any price list.')
    begin()
    isList.push(list)
    places.push(0)
    expects = list ? 'value' : 'name'
  }

  function close(list: boolean, wasEmpty: boolean): void {
    if (isList.pop() !== list || (expects !== 'comma' && !wasEmpty)) throw fault('The brackets do not match.')
    places.pop()
  }

  /** A name in an object is over. */
  function finishName(): void {
    const top = isList.length - 1
    isName = false
    expects = 'colon'
    if (top >= depthOfPaths) return
    const text = decodeUtf8(name, 0, nameLength)
    if (text === null) throw fault('A name is not UTF-8.')
    names[top] = text.includes('\\') ? unescaped(text) : text
  }

  function unescaped(text: string): string {
    try {
      const value: unknown = JSON.parse(`"${text}"`)
      return String(value)
    } catch {
      throw fault('A name is not JSON.')
    }
  }

  function nextItem(): void {
    const top = isList.length - 1
    if (expects !== 'comma' || top < 0) throw fault('A comma stands where none belongs.')
    places[top] = (places[top] ?? 0) + 1
    expects = isList[top] === true ? 'value' : 'name'
  }

  function startString(): void {
    if (expects === 'name') {
      isName = true
      nameLength = 0
    } else {
      mustExpectValue()
      begin()
    }
    inside = 'string'
  }

  function mustExpectValue(): void {
    if (expects !== 'value')
      throw fault(expects === 'end' ? 'Something follows the end of the document.' : 'A value stands where none belongs.')
  }

  /** A byte outside strings and words. Answers whether a container ended with it. */
  function structure(byte: number): boolean {
    const top = isList.length - 1
    if (byte === code.open || byte === code.openList) {
      mustExpectValue()
      open(byte === code.openList)
    } else if (byte === code.close || byte === code.closeList) {
      const list = byte === code.closeList
      close(list, places[top] === 0 && expects === (list ? 'value' : 'name'))
      return true
    } else if (byte === code.comma) nextItem()
    else if (byte === code.colon) {
      if (expects !== 'colon') throw fault('A colon stands where none belongs.')
      expects = 'value'
    } else if (byte === code.quote) startString()
    else if (!isBlank(byte)) {
      mustExpectValue()
      begin()
      inside = 'word'
    }
    return false
  }

  function putName(byte: number): void {
    if (isList.length > depthOfPaths) return
    if (nameLength === name.length) name = enlarged(name, nameLength, nameLength + 1)
    name[nameLength++] = byte
  }

  /** A byte of a string. Answers whether the string ended with it. */
  function pushString(byte: number): boolean {
    if (isName && (inside === 'escape' || byte !== code.quote)) putName(byte)
    if (inside === 'escape') inside = 'string'
    else if (byte === code.backslash) inside = 'escape'
    else if (byte === code.quote) {
      inside = 'nothing'
      return true
    }
    return false
  }

  function push(chunk: Uint8Array): void {
    let from = 0
    const start = isFirst && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf ? 3 : 0
    isFirst = isFirst && chunk.length === 0
    for (let i = start; i < chunk.length; i++, position++) {
      const byte = chunk[i] ?? 0
      if (inside === 'string' || inside === 'escape') {
        if (!pushString(byte)) continue
        if (isName) finishName()
        else {
          if (keptDepth === isList.length) keep(chunk, from, i + 1)
          finish()
        }
        continue
      }
      if (inside === 'word') {
        if (!isBlank(byte) && byte !== code.comma && byte !== code.close && byte !== code.closeList) continue
        inside = 'nothing'
        if (keptDepth === isList.length) keep(chunk, from, i)
        finish()
      }
      const wasKeeping = keptDepth !== -1
      const ended = structure(byte)
      if (!wasKeeping && keptDepth !== -1) from = i
      if (!ended) continue
      if (keptDepth === isList.length) keep(chunk, from, i + 1)
      finish()
    }
    if (keptDepth !== -1) keep(chunk, from, chunk.length)
  }

  return {
    push,
    end: () => {
      if (inside === 'word' && isList.length === 0) finish()
      if (isList.length > 0 || inside !== 'nothing') throw fault('The file is cut off: it ends inside the document.')
      if (expects !== 'end') throw fault('The file is empty.')
    },
  }
}

function enlarged(bytes: Uint8Array, used: number, needed: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(needed, bytes.length * 2))
  larger.set(bytes.subarray(0, used))
  return larger
}
