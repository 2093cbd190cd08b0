/** The part of the Trusted Types API we use; Chromium has it, and our content policy asks for it there. */
type TrustedTypes = { createPolicy(name: 'default', rules: { createScriptURL(address: string): string }): unknown }

/**
 * The desktop's and the server's content policy let no plain text become script. Workers are our own files: the default
 * policy lets their addresses through when they stand beside the page, and nothing else. HTML and code from text stay refused.
 */
export function trustOwnWorkers(): void {
  const trusted = trustedTypesOf(window)
  trusted?.createPolicy('default', {
    createScriptURL: (address) => {
      const asked = new URL(address, document.baseURI)
      const own = new URL('.', document.baseURI)
      if (asked.origin !== own.origin || !asked.pathname.startsWith(own.pathname))
        throw new TypeError(`Scripts from ${asked.origin} are not run.`)
      return asked.href
    },
  })
}

function trustedTypesOf(page: object): TrustedTypes | null {
  return 'trustedTypes' in page && isTrustedTypes(page.trustedTypes) ? page.trustedTypes : null
}

function isTrustedTypes(value: unknown): value is TrustedTypes {
  return typeof value === 'object' && value !== null && 'createPolicy' in value
}
