import type { WorkspaceState } from './types.ts'

/** What one person likes on this machine, whatever workbook is open. */
export type Preferences = { readonly theme: WorkspaceState['theme']; readonly locale: string; readonly widths: PanelWidths }

/** In px. */
export type PanelWidths = { readonly drivers: number; readonly inspector: number }

const key = 'skytally.preferences'

/** The remembered preferences; anything unreadable counts as not remembered. */
export function readPreferences(languages: readonly string[]): Preferences {
  const kept = readKept()
  const theme = kept['theme']
  const locale = kept['locale']
  const widths = kept['widths']
  return {
    widths: { drivers: readWidth(widths, 'drivers', 232), inspector: readWidth(widths, 'inspector', 320) },
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    locale: typeof locale === 'string' && isLocale(locale) ? locale : (languages.find(isLocale) ?? 'en-US'),
  }
}

/** Preferences are a comfort: where the browser keeps nothing, they last as long as the window. */
export function rememberPreferences(preferences: Partial<Preferences>): void {
  try {
    localStorage.setItem(key, JSON.stringify({ ...readKept(), ...preferences }))
  } catch {
    return
  }
}

function readKept(): Readonly<Record<string, unknown>> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '{}')
    return typeof kept === 'object' && kept !== null ? { ...kept } : {}
  } catch {
    return {}
  }
}

function isLocale(text: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(text).length > 0
  } catch {
    return false
  }
}

function readWidth(widths: unknown, panel: keyof PanelWidths, usual: number): number {
  const width: unknown = typeof widths === 'object' && widths !== null ? Reflect.get(widths, panel) : undefined
  return typeof width === 'number' && width >= 180 && width <= 640 ? width : usual
}
