import type { WorkspaceState } from './types.ts'

/** What one person likes on this machine, whatever workbook is open. */
export type Preferences = { readonly theme: WorkspaceState['theme']; readonly locale: string }

const key = 'skytally.preferences'

/** The remembered preferences; anything unreadable counts as not remembered. */
export function readPreferences(languages: readonly string[]): Preferences {
  const kept = readKept()
  const theme = kept['theme']
  const locale = kept['locale']
  return {
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
