/** A format that files are written in. PDF is not among them: it is the HTML, printed by whoever can. */
export type ExportFormat = 'xlsx' | 'csv' | 'md' | 'json' | 'focus' | 'infracost' | 'html'

/** `suffix`: what stands before the ending in a file's name, where another format has the same one. */
export type FormatInfo = {
  readonly label: string
  readonly suffix?: string
  readonly extension: string
  readonly mediaType: string
  readonly help: string
}

export const exportFormats: Readonly<Record<ExportFormat, FormatInfo>> = {
  xlsx: {
    label: 'Excel',
    extension: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    help: 'Every figure a formula: change a driver there, and the total follows.',
  },
  csv: { label: 'CSV', extension: 'csv', mediaType: 'text/csv;charset=utf-8', help: 'One line a row, for other programs.' },
  md: { label: 'Markdown', extension: 'md', mediaType: 'text/markdown;charset=utf-8', help: 'For a pull request or a decision record.' },
  json: { label: 'JSON', extension: 'json', mediaType: 'application/json', help: 'What the command line prints, with its arithmetic.' },
  focus: {
    label: 'FOCUS 1.2 (CSV)',
    suffix: '.focus',
    extension: 'csv',
    mediaType: 'text/csv;charset=utf-8',
    help: 'Charges of next month, to be put beside real ones.',
  },
  infracost: {
    label: 'Infracost JSON 0.2',
    suffix: '.infracost',
    extension: 'json',
    mediaType: 'application/json',
    help: 'For tools that read what Infracost writes.',
  },
  html: {
    label: 'HTML',
    extension: 'html',
    mediaType: 'text/html;charset=utf-8',
    help: 'One page with everything in it, to read or print.',
  },
}

export function isExportFormat(text: string): text is ExportFormat {
  return Object.hasOwn(exportFormats, text)
}
