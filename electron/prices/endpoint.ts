/** The public price endpoints of the three vendors; all the shell ever asks over the network. */
const endpoints = [
  { host: 'pricing.us-east-1.amazonaws.com', path: '/offers/v1.0/aws/' },
  { host: 'prices.azure.com', path: '/api/retail/prices' },
  { host: 'cloudbilling.googleapis.com', path: '/v1/services/' },
] as const

/** The address when it is one of the vendors' price endpoints (https, no port, no user) or of a mirror of a test, else `null`. */
export function priceEndpoint(url: string, mirrors: readonly string[]): URL | null {
  if (!URL.canParse(url)) return null
  const address = new URL(url)
  if (address.username !== '' || address.password !== '') return null
  const isVendor = endpoints.some(({ host, path }) => address.host === host && address.pathname.startsWith(path))
  if (address.protocol === 'https:' && isVendor) return address
  const isMirrored = endpoints.some(({ path }) => address.pathname.startsWith(path))
  return mirrors.includes(address.origin) && isMirrored ? address : null
}
