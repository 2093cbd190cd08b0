import type { Desktop } from '#shared/desktop.ts'

declare global {
  /** The desktop shell's typed bridge; absent in a browser. */
  var desktop: Desktop | undefined
}
