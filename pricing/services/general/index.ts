import type { ServiceDeclaration } from '../declare.ts'
import { flat } from './flat.ts'
import { people } from './people.ts'
import { percentage } from './percentage.ts'

/** What no cloud sells: amounts, shares of other rows and people. */
export const generalServices: readonly ServiceDeclaration[] = [flat, percentage, people]
