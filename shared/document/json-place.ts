/** Where a text stops being JSON, and what is wrong there. Lines and columns count from 1. */
export type JsonFault = { readonly line: number; readonly column: number; readonly message: string }

type Expecting = 'value' | 'first value or ]' | 'first name or }' | 'name' | 'colon' | 'comma or end'

/**
 * The first place where `text` breaks the grammar of RFC 8259. JavaScript engines word this differently and
 * often leave the place out; this walks the text once, without recursion.
 */
export function jsonFault(text: string): JsonFault {
  const open: ('{' | '[')[] = []
  let expecting: Expecting = 'value'
  let at = 0
  for (;;) {
    at = skipSpace(text, at)
    const char = text[at]
    if (expecting === 'comma or end' && open.length === 0)
      return faultAt(text, at, char === undefined ? 'nothing is wrong with it' : 'the text goes on after its end')
    const closing = closes(char, expecting, open)
    if (closing) {
      open.pop()
      expecting = 'comma or end'
      at += 1
      continue
    }
    const step = takeOne(text, at, expecting, open)
    if (typeof step === 'string') return faultAt(text, at, step)
    if (step.fault !== undefined) return faultAt(text, step.at, step.fault)
    at = step.at
    expecting = step.expecting
  }
}

type Step = { readonly at: number; readonly expecting: Expecting; readonly fault?: string }

function closes(char: string | undefined, expecting: Expecting, open: readonly string[]): boolean {
  const inside = open.at(-1)
  if (char === ']') return inside === '[' && (expecting === 'first value or ]' || expecting === 'comma or end')
  return char === '}' && inside === '{' && (expecting === 'first name or }' || expecting === 'comma or end')
}

function takeOne(text: string, at: number, expecting: Expecting, open: ('{' | '[')[]): Step | string {
  const char = text[at]
  if (expecting === 'colon') return char === ':' ? { at: at + 1, expecting: 'value' } : wanted('":" after the name', char)
  if (expecting === 'comma or end') {
    const end = open.at(-1) === '{' ? '}' : ']'
    return char === ',' ? { at: at + 1, expecting: end === '}' ? 'name' : 'value' } : wanted(`"," or "${end}"`, char)
  }
  if (expecting === 'name' || expecting === 'first name or }') {
    if (char !== '"') return wanted('a name in double quotes', char)
    return { ...afterText(text, at), expecting: 'colon' }
  }
  if (char === '{' || char === '[') {
    open.push(char)
    return { at: at + 1, expecting: char === '{' ? 'first name or }' : 'first value or ]' }
  }
  if (char === '"') return { ...afterText(text, at), expecting: 'comma or end' }
  const word = WORD.exec(text.slice(at, at + 400))?.[0]
  return word === undefined ? wanted('a value', char) : { at: at + word.length, expecting: 'comma or end' }
}

const WORD = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)/

function wanted(what: string, found: string | undefined): string {
  return found === undefined ? `the text ends where ${what} should stand` : `${JSON.stringify(found)} stands where ${what} should`
}

function afterText(text: string, start: number): { readonly at: number; readonly fault?: string } {
  for (let at = start + 1; at < text.length; at++) {
    const char = text[at] ?? ''
    if (char === '"') return { at: at + 1 }
    if (char < ' ') return { at, fault: 'a text in quotes is not closed on its line' }
    if (char !== '\\') continue
    if (!/^(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.test(text.slice(at + 1, at + 6)))
      return { at, fault: 'a backslash starts an escape that does not exist' }
    at += 1
  }
  return { at: text.length, fault: 'the text ends within quotes' }
}

function skipSpace(text: string, from: number): number {
  let at = from
  while (at < text.length && ' \t\r\n'.includes(text[at] ?? '')) at += 1
  return at
}

function faultAt(text: string, at: number, message: string): JsonFault {
  return { ...placeAt(text, at), message: `${message}.` }
}

function placeAt(text: string, at: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, at)
  return { line: before.split('\n').length, column: at - before.lastIndexOf('\n') }
}

/** A name that stands twice in one object of a sound JSON text, at its second place; null when there is none. */
export function repeatedName(text: string): (Omit<JsonFault, 'message'> & { readonly name: string }) | null {
  const open: (Set<string> | null)[] = []
  let isName = false
  for (let at = 0; at < text.length; at++) {
    const char = text[at]
    if (char === '{') open.push(new Set())
    else if (char === '[') open.push(null)
    else if (char === '}' || char === ']') open.pop()
    else if (char === '"') {
      const { at: end } = afterText(text, at)
      const names = isName ? open.at(-1) : null
      if (names) {
        const name = String(JSON.parse(text.slice(at, end)))
        if (names.has(name)) return { ...placeAt(text, at), name }
        names.add(name)
      }
      at = end - 1
    }
    if (char === '{' || char === ',') isName = open.at(-1) !== null
    else if (char === '[' || char === '"') isName = false
  }
  return null
}
