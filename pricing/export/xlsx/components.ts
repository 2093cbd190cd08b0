import type { Component } from '#shared/document/types.ts'
import { serviceOf } from '#pricing/calculator/services.ts'
import type { ComponentEstimate } from '#pricing/calculator/types.ts'
import type { ServiceDeclaration } from '#pricing/services/declare.ts'
import { isKnown } from '#pricing/calculator/known.ts'
import { textOf } from '#pricing/calculator/explain.ts'
import { textOrNone } from './design.ts'
import type { Design } from './design.ts'
import { computed, here, range, setLine } from './sheet.ts'
import { followedBy, listOr, notKnown } from './unknown.ts'

/** Amounts below this are numbers; Excel's criterion leaves errors out. */
export const anyNumber = '"<1E+300"'

/** Fills a row's line: what it is, and the sums of its charges. What is not known or in error is counted, and not added. */
export function fillComponent(design: Design, component: Component, estimate: ComponentEstimate): void {
  const { components } = design.sheets
  const place = design.places.get(component.id)
  const line = design.rowLines.get(component.id)
  if (line === undefined) return
  const declaration = serviceOf(component, design.report.workbook, design.report.context)
  setLine(components, line, {
    scenario: design.report.scenario,
    name: component.name,
    service: declaration?.name ?? component.service,
    region: textOrNone(component.region),
    group: textOrNone(component.group),
    environment: textOrNone(component.environment),
    category: declaration?.category ?? null,
    cloud: declaration?.cloud ?? null,
    choices: declaration === undefined ? null : textOrNone(choicesOf(component, declaration)),
    ...amounts(design, estimate, {
      line,
      charges: (place?.charges ?? []).map(({ line: of }) => of),
      isBought: component.purchase.length > 0 || estimate.upfront !== 0,
    }),
    tags: textOrNone(tagsOf(component)),
    note: textOrNone(component.note),
    id: component.id,
  })
}

/** A row on the sheet Components, and its charges on theirs. */
type Place = { readonly line: number; readonly charges: readonly number[]; readonly isBought: boolean }

function amounts(design: Design, estimate: ComponentEstimate, place: Place) {
  const { charges, components } = design.sheets
  const issues = estimate.issues.length
  const [from, to] = [place.charges[0], place.charges.at(-1)]
  if (from === undefined || to === undefined) {
    const nothing = isKnown(estimate) ? 0 : notKnown
    return { list: nothing, monthly: nothing, unknown: 0, errors: estimate.problems }
  }
  const of = (key: 'list' | 'cost' | 'upfront') => range(charges, key, from, to)
  const sumOf = (key: 'list' | 'upfront') => `SUMIFS(${of(key)},${of('cost')},${anyNumber})`
  const monthly = `SUMIF(${of('cost')},${anyNumber})`
  const cell = (key: 'list' | 'unknown' | 'errors') => here(components, key, place.line)
  return {
    list: listOr({ unknown: cell('unknown'), errors: cell('errors'), list: sumOf('list'), monthly }, estimate),
    monthly: followedBy(cell('list'), monthly, estimate.monthly, estimate),
    upfront: place.isBought ? followedBy(cell('list'), sumOf('upfront'), estimate.upfront, estimate) : null,
    unknown: computed(`SUMPRODUCT(--ISNA(${of('cost')}))`, estimate.unknown),
    errors: computed(`SUMPRODUCT(--ISERR(${of('cost')}))${issues === 0 ? '' : `+${issues}`}`, estimate.problems),
  }
}

/** `Type gp3, Size t3.medium`: what was chosen rather than counted. */
function choicesOf(component: Component, declaration: ServiceDeclaration): string {
  return Object.entries(declaration.inputs)
    .flatMap(([id, input]) => (input.kind === 'number' ? [] : [`${input.label} ${textOf(component, id, input.default)}`]))
    .join(', ')
}

/** `;team=ml;stage=dev;`: each tag between semicolons, so that one can be looked for whole. */
function tagsOf({ tags }: Component): string {
  const pairs = Object.entries(tags).map(([key, value]) => `${key}=${value}`)
  return pairs.length === 0 ? '' : `;${pairs.join(';')};`
}
