import type { ServiceDeclaration } from '../declare.ts'

/** The services of Azure, in the order in which lists show them. */
export const azureServices: readonly ServiceDeclaration[] = []
