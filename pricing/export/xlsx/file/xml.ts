const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** What a text of XML may not hold as it is: marks, and the characters that XML has no way to write. */
const marks = /[&<>"]/g
const unwritable = /[^\t\n\u0020-\uFFFD]/g

/** Text that Excel would read as one of its own escapes. */
const seeming = /_(?=x[0-9A-Fa-f]{4}_)/g

const suspicious = /[&<>"]|[^\t\n\u0020-\uFFFD]|_x/

/** Text as Excel's XML holds it. Control characters keep their meaning by Excel's own escape, `_x000D_`. */
export function xmlText(text: string): string {
  if (!suspicious.test(text)) return text
  return escapedMarks(text.replace(seeming, '_x005F_'))
}

/** A formula as Excel's XML holds it: there, what looks like an escape is none. */
export function xmlFormula(formula: string): string {
  return suspicious.test(formula) ? escapedMarks(formula) : formula
}

function escapedMarks(text: string): string {
  return text
    .replace(marks, (mark) => entities[mark] ?? mark)
    .replace(unwritable, (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
}
