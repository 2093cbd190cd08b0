/** The scheme and host of the page. They never change: the database of a person's workbooks belongs to this origin. */
export const pageScheme = 'app'
export const pageHost = 'bundle'
export const pageOrigin = `${pageScheme}://${pageHost}`
export const pageAddress = `${pageOrigin}/index.html`

/** Whether an address is a page of ours: scheme and host exactly, no port, no user. */
export function isOurPage(address: string): boolean {
  const url = parse(address)
  return url !== null && url.protocol === `${pageScheme}:` && url.host === pageHost && url.username === '' && url.password === ''
}

/** Whether a request may leave the page at all: our own files and data made in the page. Nothing on a network. */
export function isLocalRequest(address: string): boolean {
  const url = parse(address)
  if (url === null) return false
  if (url.protocol === `${pageScheme}:`) return isOurPage(address)
  if (url.protocol === 'blob:') return isOurPage(url.pathname)
  return url.protocol === 'data:' || url.protocol === 'devtools:'
}

/** Where the sources of the services lead; a test holds the two together. */
const linkHosts: ReadonlySet<string> = new Set([
  'aws.amazon.com',
  'docs.aws.amazon.com',
  'calculator.aws',
  'azure.microsoft.com',
  'learn.microsoft.com',
  'prices.azure.com',
  'cloud.google.com',
  'docs.cloud.google.com',
  'focus.finops.org',
  'en.wikipedia.org',
])

/** The address to hand to the system's browser, or `null`: https pages of the hosts above, without user or port. */
export function outsideLink(address: string): string | null {
  const url = parse(address)
  if (url === null || url.protocol !== 'https:' || url.port !== '' || url.username !== '' || url.password !== '') return null
  return linkHosts.has(url.hostname) ? url.href : null
}

function parse(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null
}
