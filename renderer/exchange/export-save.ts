import { exportFormats } from '#pricing/export/format-list.ts'
import type { ExportFormat } from '#pricing/export/format-list.ts'
import type { DesktopResult } from '#shared/desktop.ts'
import { plainName } from './file-kinds.ts'
import { download } from './browser-files.ts'

/** What a person exports: a file format, or a PDF where something here can print one. */
export type ExportTarget = ExportFormat | 'pdf'

/** The format the engine writes for a target: a PDF is the HTML, printed. */
export function formatOf(target: ExportTarget): ExportFormat {
  return target === 'pdf' ? 'html' : target
}

/** Keeps an export where the person says: through the desktop, or among the browser's downloads. Null: cancelled. */
export async function saveExport(target: ExportTarget, name: string, content: string | Uint8Array): Promise<string | null> {
  const { suffix = '', extension, mediaType } = exportFormats[formatOf(target)]
  const suggestedName = plainName(name) + suffix
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const { desktop } = window
  if (desktop === undefined) return download(`${suggestedName}.${extension}`, bytes, mediaType).name
  if (target !== 'pdf') return nameOf(await desktop.saveExport({ suggestedName, extension, bytes }))
  return nameOf(await desktop.savePdf({ suggestedName, html: new TextDecoder().decode(bytes) }))
}

function nameOf(result: DesktopResult<{ readonly name: string } | null>): string | null {
  if (result.ok) return result.value?.name ?? null
  throw new Error(result.message)
}
