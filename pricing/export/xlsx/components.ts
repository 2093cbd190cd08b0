import type { Component } from '#shared/document/types.ts'
import { serviceOf } from '#pricing/calculator/services.ts'
import type { ComponentEstimate } from '#pricing/calculator/types.ts'
import type { ServiceDeclaration } from '#pricing/services/declare.ts'
import { textOf } from '#pricing/calculator/explain.ts'
import { textOrNone } from './design.ts'
import type { Design } from './design.ts'
import { computed, range, setLine } from './sheet.ts'
import type { Cell } from './sheet.ts'

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
    ...amounts(
      design,
      estimate,
      (place?.charges ?? []).map(({ line: of }) => of),
      component.purchase.length > 0 || estimate.upfront !== 0,
    ),
    tags: textOrNone(tagsOf(component)),
    note: textOrNone(component.note),
    id: component.id,
  })
}

function amounts(design: Design, estimate: ComponentEstimate, lines: readonly number[], isBought: boolean) {
  const { charges } = design.sheets
  const issues = estimate.issues.length
  const [from, to] = [lines[0], lines.at(-1)]
  if (from === undefined || to === undefined) return { list: 0, monthly: 0, unknown: 0, errors: estimate.problems }
  const of = (key: 'list' | 'cost' | 'upfront') => range(charges, key, from, to)
  const known = (key: 'list' | 'upfront', value: number): Cell => computed(`SUMIFS(${of(key)},${of('cost')},${anyNumber})`, value)
  return {
    list: known('list', estimate.list),
    monthly: computed(`SUMIF(${of('cost')},${anyNumber})`, estimate.monthly),
    upfront: isBought ? known('upfront', estimate.upfront) : null,
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
