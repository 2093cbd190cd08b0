import { useSyncExternalStore } from 'react'

/** Colours of the tokens as a chart needs them: resolved for the theme that is shown. */
export type Colours = {
  readonly text: string
  readonly muted: string
  readonly line: string
  readonly surface: string
  readonly accent: string
  readonly more: string
  readonly less: string
  /** For series beside each other, in an order that stays apart for people who see fewer colours. */
  readonly series: readonly string[]
}

const seriesHues = ['blue', 'orange', 'teal', 'purple', 'yellow', 'red', 'green', 'pink', 'grey'] as const

let known: { readonly theme: string; readonly colours: Colours } | null = null

/** The colours now; drawn again when the theme changes. */
export function useColours(): Colours {
  return useSyncExternalStore(listen, coloursNow)
}

function listen(changed: () => void): () => void {
  const theme = new MutationObserver(changed)
  theme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
  const over = new AbortController()
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', changed, { signal: over.signal })
  return () => {
    theme.disconnect()
    over.abort()
  }
}

function coloursNow(): Colours {
  const theme = `${document.documentElement.dataset['theme'] ?? ''} ${String(matchMedia('(prefers-color-scheme: dark)').matches)}`
  if (known?.theme !== theme) known = { theme, colours: resolved('inherit') }
  return known.colours
}

let onPaper: Colours | null = null

/** Paper is white, whatever the theme: the colours of the light one. */
export function paperColours(): Colours {
  onPaper ??= resolved('light')
  return onPaper
}

/** A token names a pair of colours; only an element that wears it tells which of them holds. */
function resolved(scheme: 'inherit' | 'light'): Colours {
  const probe = document.createElement('span')
  probe.style.colorScheme = scheme
  document.body.append(probe)
  const colour = (token: string): string => {
    probe.style.color = `var(--sky-${token})`
    return getComputedStyle(probe).color
  }
  const colours = {
    text: colour('text'),
    muted: colour('text-muted'),
    line: colour('line'),
    surface: colour('surface'),
    accent: colour('accent'),
    more: colour('bad'),
    less: colour('good'),
    series: seriesHues.map((hue) => colour(`hue-${hue}`)),
  }
  probe.remove()
  return colours
}
