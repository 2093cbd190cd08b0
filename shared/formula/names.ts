import { endOfName } from './characters.ts'
import { functionNamed, referenceFunctions } from './functions.ts'
import { maxNameLength } from './limits.ts'
import { isLogicWord, isSuffix } from './number.ts'
import { currencyCodes, monthHoursName, unitOf } from './units.ts'

/** Whether a word means something in the language already: a unit, a function, a keyword, or a name the program supplies. */
export function isReservedName(name: string): boolean {
  const folded = name.toLowerCase()
  return (
    folded === 'pi' ||
    folded === monthHoursName ||
    isLogicWord(name) ||
    isSuffix(name) ||
    currencyCodes.includes(name.toUpperCase()) ||
    functionNamed(name) !== undefined ||
    referenceFunctions.some((declaration) => declaration.name === folded) ||
    unitOf(name)?.below === true
  )
}

/** A letter or `_`, then letters, digits and `_`; at most 64 characters. */
export function isName(text: string): boolean {
  return text.length > 0 && text.length <= maxNameLength && endOfName(text, 0) === text.length
}
