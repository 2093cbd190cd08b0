import { expose } from 'comlink'
import type { Workbook } from '#shared/document/types.ts'
import { commitmentPlan } from '#pricing/analysis/commitment-plan.ts'
import type { CommitmentPlan, PlanProgress, PlanWish } from '#pricing/analysis/commitment-plan.ts'
import { forecast } from '#pricing/analysis/forecast.ts'
import type { Forecast } from '#pricing/analysis/forecast.ts'
import type { Context } from '#pricing/calculator/types.ts'
import { openBook } from '#pricing/catalog/book.ts'
import { servicesOf } from '#pricing/services/registry.ts'

/** Runs in a worker of its own, so that a long computation never holds up typing. */

/** A workbook and the file of the book that prices it. */
export type Design = { readonly workbook: Workbook; readonly book: Uint8Array }

const engine = {
  plan: (design: Design, wish: PlanWish, tell: PlanProgress): CommitmentPlan =>
    commitmentPlan(design.workbook, contextOf(design), wish, tell),
  forecast: (design: Design, months: number): Forecast => forecast(design.workbook, contextOf(design), months),
}

export type Engine = typeof engine

function contextOf({ workbook, book }: Design): Context {
  return { book: openBook(book), services: servicesOf(workbook) }
}

expose(engine)
