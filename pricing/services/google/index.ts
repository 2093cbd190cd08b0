import type { ServiceDeclaration } from '../declare.ts'

/** The services of Google Cloud, in the order in which lists show them. */
export const googleServices: readonly ServiceDeclaration[] = []
