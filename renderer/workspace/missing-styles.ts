const missing = new Set<HTMLLinkElement>()

/** Remembers stylesheets that do not come. The bundle's loader asks for each of them once, and never again. */
export function watchStyles(document: Document): void {
  document.addEventListener(
    'error',
    ({ target }) => {
      if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') missing.add(target)
    },
    true,
  )
}

/** Asks again for the stylesheets that did not come. Rejects when one is still missing. */
export async function fetchMissingStyles(): Promise<void> {
  await Promise.all([...missing].map(replaced))
}

function replaced(old: HTMLLinkElement): Promise<void> {
  missing.delete(old)
  return new Promise((resolve, reject) => {
    const link = old.cloneNode()
    link.addEventListener('load', () => resolve())
    link.addEventListener('error', () => reject(new Error(`The styles at ${old.href} did not come.`)))
    old.replaceWith(link)
  })
}
