import type { Desktop } from '#shared/desktop.ts'

declare global {
  interface Window {
    /** The desktop shell's typed bridge; absent in a browser. */
    readonly desktop?: Desktop
  }
}
