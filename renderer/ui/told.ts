/** What happened and what to do as two sentences, whether or not the first brings its full stop. */
export function told({ message, fix }: { readonly message: string; readonly fix: string }): string {
  const first = /[.!?…]$/.test(message) ? message : `${message}.`
  return fix === '' ? first : `${first} ${fix.charAt(0).toUpperCase()}${fix.slice(1)}`
}
