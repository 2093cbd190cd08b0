import { expose } from 'comlink'
import { rows } from '#shared/document/rows.ts'
import type { Id, Workbook } from '#shared/document/types.ts'
import type { Context } from '#pricing/calculator/types.ts'
import { openBook } from '#pricing/catalog/book.ts'
import { exported } from '#pricing/export/formats.ts'
import type { ExportFormat } from '#pricing/export/format-list.ts'
import type { ExportOptions } from '#pricing/export/formats.ts'
import type { ExportMeta } from '#pricing/export/meta.ts'
import { report } from '#pricing/export/report.ts'
import type { Report } from '#pricing/export/report.ts'
import { baseOf, shownScenario } from '#pricing/export/scenarios.ts'
import type { Named } from '#pricing/export/scenarios.ts'
import { servicesOf } from '#pricing/services/registry.ts'

/** Runs in a worker of its own, so that a long export never holds up typing and can be stopped at once. */

export type ExportJob = {
  readonly document: Workbook
  /** The file of the book that prices the document. */
  readonly book: Uint8Array
  /** One scenario (null: the base), or the base and every scenario. */
  readonly scope: { readonly kind: 'one'; readonly scenario: Id | null } | { readonly kind: 'all' }
  readonly format: ExportFormat
  readonly meta: ExportMeta
  readonly options: ExportOptions
}

/** How far an export is: steps done of all, and what comes now. */
export type ExportStep = { readonly done: number; readonly of: number; readonly now: string }

const exporter = {
  run: async (job: ExportJob, onStep: (step: ExportStep) => void): Promise<string | Uint8Array> => {
    const context: Context = { book: openBook(job.book), services: servicesOf(job.document) }
    const [first, ...others] = designsOf(job)
    const steps = others.length + 2
    const priced = (named: Named, done: number): Report => {
      onStep({ done, of: steps, now: `Pricing ${named.name}` })
      return report(named, context)
    }
    const reports = [priced(first, 0), ...others.map((named, at) => priced(named, at + 1))] as const
    onStep({ done: steps - 1, of: steps, now: 'Writing' })
    return exported(job.format, reports, job.meta, job.options)
  },
}

function designsOf({ document, scope }: ExportJob): readonly [Named, ...Named[]] {
  if (scope.kind === 'all') return [baseOf(document), ...rows(document.scenarios).map(({ id, name }) => shownScenario(document, id, name))]
  const record = scope.scenario === null ? undefined : document.scenarios.get(scope.scenario)
  return [record === undefined ? baseOf(document) : shownScenario(document, record.id, record.name)]
}

export type Exporter = typeof exporter

expose(exporter)
