/**
 * A function that keeps what it made of an object as long as the object is there, until it is asked with other things beside it. Records of a
 * workbook are never changed, only replaced, so that what was made of one holds for every later edit.
 */
export function remembering<Of extends object, A, B, Made>(make: (of: Of, a: A, b: B) => Made): (of: Of, a: A, b: B) => Made {
  const known = new WeakMap<Of, { readonly a: A; readonly b: B; readonly made: Made }>()
  return (of, a, b) => {
    const found = known.get(of)
    if (found !== undefined && found.a === a && found.b === b) return found.made
    const made = make(of, a, b)
    known.set(of, { a, b, made })
    return made
  }
}
