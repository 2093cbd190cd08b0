/** Lower case and without accents, as people type. */
export function plainText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** The text, and each of its words alone after a space: found anywhere by `includes`, at the start of a word by `includes(' …')`. */
export function searchText(...texts: readonly string[]): string {
  return texts
    .filter((text) => text !== '')
    .map((text) => ` ${plainText(text)} ${plainText(text).replace(/[^\p{L}\p{N}]+/gu, ' ')}`)
    .join('')
}
