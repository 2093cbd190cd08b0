import { encode } from '#pricing/catalog/encode.ts'
import { pack } from '#pricing/catalog/pack.ts'
import { bundledFacts } from './book.ts'
import { readFacts } from './facts.ts'
import type { Facts } from './facts.ts'

/** The price book of the fact tables in `folder`: the same tables give the same bytes. Throws FactFault at the first mistake. */
export function compileBook(folder: string): { readonly facts: Facts; readonly bytes: Uint8Array } {
  const facts = readFacts(folder)
  return { facts, bytes: pack(encode(bundledFacts(facts))) }
}
