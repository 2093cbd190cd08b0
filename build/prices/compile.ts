import { encode } from './encode.ts'
import { readFacts } from './facts.ts'
import type { Facts } from './facts.ts'
import { pack } from './pack.ts'

/** The price book of the fact tables in `folder`: the same tables give the same bytes. Throws FactFault at the first mistake. */
export function compileBook(folder: string): { readonly facts: Facts; readonly bytes: Uint8Array } {
  const facts = readFacts(folder)
  return { facts, bytes: pack(encode(facts)) }
}
