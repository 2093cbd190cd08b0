import { shapeOf } from '#pricing/catalog/equivalents.ts'
import { listTerms } from '#pricing/catalog/finding/price-list.ts'
import type { PriceList } from '#pricing/catalog/finding/price-list.ts'
import { serviceFor } from '#pricing/services/owner.ts'
import { Button } from '#renderer/ui/button.tsx'
import { NOT_KNOWN } from '#renderer/ui/known.ts'
import { useWorkspace, workspace } from '#renderer/workspace/store.ts'
import { activeRow } from '#renderer/workspace/selection.ts'
import { addAsRow, putInSelectedRow, replacement, rowFor } from './actions.ts'
import type { PricePrinter } from './printing.ts'
import { machineParts } from '#renderer/workspace/machine-parts.ts'
import { cloudNames, nameOf, sourceOf, termNames } from './row.ts'
import type { PriceRow } from './row.ts'
import { changePrices } from './state.ts'

type Props = { readonly list: PriceList; readonly row: PriceRow; readonly printer: PricePrinter }

/** The chosen price in words, and what can be done with it. */
export function PriceDetail({ list, row, printer }: Props) {
  const { thing, place } = row
  const services = useWorkspace((state) => state.services)
  const owner = thing.size === null ? serviceFor(thing.id, place.code, services) : null
  const service = services.get(owner?.service ?? '')
  const charge = service?.charges[owner?.charge ?? '']?.label
  return (
    <section className="prices-detail" aria-label="Chosen price">
      <div className="prices-detail-words">
        <h2 className="prices-detail-name">{nameOf(thing)}</h2>
        <p className="prices-detail-line">
          {[cloudNames[thing.cloud], service?.name, charge, place.code, place.name, place.geography]
            .filter((part) => (part ?? '') !== '')
            .join(' · ')}
        </p>
        {thing.size === null ? <RateLine row={row} printer={printer} /> : <MachineLine row={row} printer={printer} />}
        <SourceLine list={list} row={row} />
      </div>
      <DetailActions row={row} />
    </section>
  )
}

function MachineLine({ row, printer }: Omit<Props, 'list'>) {
  const { size } = row.thing
  if (size === null) return null
  const number = printer.print.number
  const parts = [...machineParts(size, number), size.architecture]
  const terms = listTerms.map((term) => {
    const usd = row.price(term)
    return `${termNames[term]} ${Number.isNaN(usd) ? NOT_KNOWN : printer.price(usd)}`
  })
  return (
    <p className="prices-detail-line">
      {parts.filter((part) => part !== '').join(' · ')}; an hour {terms.join(', ')}
    </p>
  )
}

function RateLine({ row: { rate }, printer }: Omit<Props, 'list'>) {
  if (rate === null) return null
  const { number } = printer.print
  const steps = rate.tiers.map(({ from, price }) => (from === 0 ? printer.price(price) : `from ${number(from)}: ${printer.price(price)}`))
  const end = rate.covered === Infinity ? '' : `; above ${number(rate.covered)} not known`
  const free = rate.freeAllowance === 0 ? '' : `; ${number(rate.freeAllowance)} free a month where the workbook counts the free tier`
  return <p className="prices-detail-line">{`${steps.join(', ')} per ${rate.unit}${end}${free}`}</p>
}

function SourceLine({ list, row }: Omit<Props, 'printer'>) {
  const found = sourceOf(list, row, 'on-demand')
  if ('why' in found) return <p className="prices-detail-line prices-unknown">{found.why}</p>
  const parts = [found.sku, `${found.source}, ${found.asOf}`, found.derived ? 'computed from other prices' : '', found.note]
  return <p className="prices-detail-line prices-small">{parts.filter((part) => part !== '').join(' · ')}</p>
}

function DetailActions({ row }: { readonly row: PriceRow }) {
  // What can be done depends on the selected row of the sheet and its services.
  useWorkspace((state) => state.workbook?.components.get(activeRow(state) ?? ''))
  const state = workspace.getState()
  const made = rowFor(row, state)
  const put = replacement(row, state)
  const { size } = row.thing
  return (
    <div className="prices-detail-actions">
      <Button kind="primary" disabled={!made.ok} title={made.ok ? undefined : made.why} onClick={() => void addAsRow(row)}>
        Add as row
      </Button>
      <Button disabled={!put.ok} title={put.ok ? undefined : put.why} onClick={() => putInSelectedRow(row)}>
        {put.ok ? `Use in “${put.value.row.name}”` : 'Use in selected row'}
      </Button>
      {size !== null && (
        <Button
          onClick={() =>
            changePrices({
              tab: 'equivalents',
              shape: shapeOf(size),
              against: { cloud: size.cloud, name: size.size, region: row.place.code },
            })
          }
        >
          Cheapest equivalent
        </Button>
      )}
      {!made.ok && <p className="prices-small">{made.why}</p>}
    </div>
  )
}
