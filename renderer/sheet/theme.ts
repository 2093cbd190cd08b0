import { themeQuartz } from 'ag-grid-community'

/** The grid in the colours of renderer/ui/tokens.css; light and dark come with the tokens themselves. */
export const sheetTheme = themeQuartz.withParams({
  browserColorScheme: 'inherit',
  fontFamily: 'inherit',
  fontSize: 'var(--sky-size)',
  accentColor: 'var(--sky-accent)',
  backgroundColor: 'var(--sky-surface)',
  foregroundColor: 'var(--sky-text)',
  textColor: 'var(--sky-text)',
  borderColor: 'var(--sky-line)',
  chromeBackgroundColor: 'var(--sky-sunken)',
  headerBackgroundColor: 'var(--sky-sunken)',
  headerTextColor: 'var(--sky-text-muted)',
  headerFontSize: 'var(--sky-size-small)',
  headerFontWeight: 600,
  headerHeight: 28,
  rowHeight: 28,
  cellHorizontalPadding: 8,
  columnBorder: true,
  headerColumnBorder: true,
  wrapperBorder: false,
  wrapperBorderRadius: 0,
  borderRadius: 0,
  oddRowBackgroundColor: 'var(--sky-surface)',
  rowHoverColor: 'transparent',
  selectedRowBackgroundColor: 'transparent',
  pinnedRowBackgroundColor: 'var(--sky-sunken)',
  pinnedRowFontWeight: 600,
})

/** The nonce the servers write into the page; null in development, where there is no content policy. */
export function styleNonce(): string | null {
  const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
  return nonce === '' || nonce.startsWith('__') ? null : nonce
}
