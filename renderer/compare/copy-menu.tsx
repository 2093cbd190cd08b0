import { ChevronDown } from 'lucide-react'
import { asHtml, asMarkdown, asTsv } from '#renderer/charts/copied-table.ts'
import type { CopiedTable } from '#renderer/charts/copied-table.ts'
import { copied, copyPng, copyText } from '#renderer/charts/copy.ts'
import type { Picture } from '#renderer/charts/types.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Menu, MenuItem } from '#renderer/ui/menu.tsx'
import { usePrinter } from '#renderer/ui/use-printer.ts'
import { part } from '#renderer/workspace/parts.ts'
import { useWorkspace } from '#renderer/workspace/store.ts'
import { copiedTable } from './copy.ts'
import { linesOf } from './lines.ts'
import { useCompare } from './state.ts'
import type { Compared } from './use-comparison.ts'

export type CopyForm = 'table' | 'html' | 'markdown' | 'svg' | 'png'

export function CopyMenu({ compared }: { readonly compared: Compared }) {
  const copy = useCopy(compared)
  return (
    <Menu
      align="end"
      trigger={
        <Button kind="quiet" icon={<ChevronDown />}>
          Copy
        </Button>
      }
    >
      <MenuItem onSelect={() => copy('table')}>For a spreadsheet or a text</MenuItem>
      <MenuItem onSelect={() => copy('png')}>As a picture (PNG)</MenuItem>
      <MenuItem onSelect={() => copy('svg')}>As a drawing (SVG)</MenuItem>
      <MenuItem onSelect={() => copy('html')}>As HTML</MenuItem>
      <MenuItem onSelect={() => copy('markdown')}>As Markdown</MenuItem>
    </Menu>
  )
}

/** Copies what the table shows: `table` as TSV and as an HTML table at once, the others in that form. */
export function useCopy({ comparison }: Compared): (form: CopyForm) => void {
  const options = useCompare((state) => state)
  const printer = usePrinter()
  const locale = useWorkspace((state) => state.locale)
  return (form) => {
    const names = comparison.subjects.map(({ name }) => name)
    const table = copiedTable(names, comparison.baseline, linesOf(comparison, options), printer, locale)
    void copied('The comparison', write(form, table, locale))
  }
}

async function write(form: CopyForm, table: CopiedTable, locale: string): Promise<void> {
  switch (form) {
    case 'html':
      return copyText(asHtml(table))
    case 'markdown':
      return copyText(asMarkdown(table))
    case 'svg':
      return copyText((await drawingOf(table)).svg)
    case 'png':
      return copyPng(await drawingOf(table))
    case 'table': {
      const decimal = (1.5).toLocaleString(locale).charAt(1)
      const item = new ClipboardItem({
        'text/plain': new Blob([asTsv(table, decimal)], { type: 'text/plain' }),
        'text/html': new Blob([asHtml(table)], { type: 'text/html' }),
      })
      return navigator.clipboard.write([item])
    }
  }
}

const drawing = part(async () => (await import('#renderer/charts/table-drawing.ts')).tableOnPaper)

async function drawingOf(table: CopiedTable): Promise<Picture> {
  const tableOnPaper = await drawing.load()
  return tableOnPaper(table)
}
