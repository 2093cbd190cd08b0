import { ImportFault } from '#pricing/catalog/import/fault.ts'
import type { ImportFormat } from '#pricing/catalog/library.ts'

/** How much of a file's beginning tells what it is. */
export const tellingBytes = 4096

/** The form of a price list by its first bytes. Throws ImportFault when it is none that can be read. */
export function recognise(head: Uint8Array): ImportFormat {
  const starts = (...bytes: readonly number[]): boolean => bytes.every((byte, i) => head[i] === byte)
  const text = Array.from(head.subarray(0, tellingBytes), (byte) => String.fromCharCode(byte)).join('')
  if (head.length === 0) throw new ImportFault('', 'The file is empty.', 'Fetch it again.')
  if (starts(0xff, 0xfe) || starts(0xfe, 0xff)) throw new ImportFault('', 'The file is text in UTF-16.', 'Save it as CSV in UTF-8.')
  if (starts(0x1f, 0x8b) || starts(0x50, 0x4b, 0x03, 0x04))
    throw new ImportFault('', 'The file is compressed.', 'Unpack it first and import what is inside.')
  if (text.startsWith('SKYTALLY')) return 'book'
  const trimmed = text.replace(/^\u00ef\u00bb\u00bf/, '').trimStart()
  if (trimmed.startsWith('<'))
    throw new ImportFault('', 'The file is a web page or XML, not a price list.', 'Fetch the list itself: CSV or JSON.')
  if (trimmed.startsWith('{')) return recogniseJson(trimmed)
  if (trimmed.startsWith('[')) throw unknownJson()
  return isAwsOffer(trimmed) ? 'aws-csv' : 'csv'
}

function recogniseJson(text: string): ImportFormat {
  if (/"offerCode"\s*:/.test(text)) return 'aws-json'
  if (/"(?:Items|BillingCurrency)"\s*:/.test(text)) return 'azure-json'
  if (/"skus"\s*:/.test(text)) return 'google-json'
  throw unknownJson()
}

function unknownJson(): ImportFault {
  return new ImportFault(
    '',
    'This JSON is no price list this program knows.',
    'Import an AWS offer file, an answer of the Azure Retail Prices API ({"Items": …}) or of the Cloud Billing Catalog ({"skus": …}).',
  )
}

function isAwsOffer(text: string): boolean {
  return /^"?FormatVersion"?,/.test(text) || /(?:^|\n)"?SKU"?,"?OfferTermCode"?/.test(text)
}
