import { useEffect, useMemo, useState } from 'react'
import type { NewDesign } from '#shared/commands/designs.ts'
import type { Workbook } from '#shared/document/types.ts'
import { inRegion, regionOffer, regionsNear } from '#pricing/analysis/elsewhere.ts'
import type { HomeRegion, RegionOffer } from '#pricing/analysis/elsewhere.ts'
import { pricingByDifference } from '#pricing/analysis/figures.ts'
import { regionOf } from '#pricing/catalog/regions.ts'
import type { VendorCloud } from '#pricing/services/equivalents.ts'
import type { Context } from '#pricing/calculator/types.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Field, Select } from '#renderer/ui/field.tsx'
import { usePrinter } from '#renderer/ui/use-printer.ts'
import { whenIdle } from '#renderer/workspace/idle.ts'

export type ElsewhereProps = {
  readonly workbook: Workbook
  readonly context: Context
  readonly homes: readonly HomeRegion[]
  readonly make: (designs: readonly NewDesign[]) => void
}

/** Designs side by side at most, with the one they are made from. */
const most = 7

/** One scenario for each chosen region, of those that offer everything the design needs; the others say what they lack. */
export function InRegions({ workbook, context, homes, make }: ElsewhereProps) {
  const [at, setAt] = useState(0)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const home = homes[at] ?? homes[0]
  const offers = useOffers(workbook, home, context)
  if (home === undefined) return null
  const regions = regionsNear(home.cloud, home.region, context.book).filter((region) => region !== home.region)
  const whole = offers.filter(({ missing }) => missing.length === 0).toSorted((a, b) => a.unpriced.length - b.unpriced.length)
  const complete = whole.filter(({ unpriced }) => unpriced.length === 0).length
  const lacking = offers.filter(({ missing }) => missing.length > 0)
  const toggle = (region: string) => {
    const next = new Set(chosen)
    if (!next.delete(region)) next.add(region)
    setChosen(next)
  }
  const add = () =>
    make(
      whole
        .filter(({ region }) => chosen.has(region))
        .map(({ region }) => ({ name: placeName(home.cloud, region), changes: inRegion(workbook, home, region, context.services) })),
    )
  return (
    <div className="elsewhere">
      <Field label="The rows that move stand in">
        {(ids) => (
          <Select
            {...ids}
            options={homes.map(({ region, rows }, index) => ({
              value: String(index),
              label: `${region} (${String(rows)} ${rows === 1 ? 'row' : 'rows'})`,
            }))}
            value={String(at)}
            onChange={(event) => {
              setAt(Number(event.target.value))
              setChosen(new Set())
            }}
          />
        )}
      </Field>
      <p className="elsewhere-hint" role="status">
        {offers.length < regions.length
          ? `Pricing the design in each region: ${String(offers.length)} of ${String(regions.length)}…`
          : `${String(complete)} of ${String(regions.length)} regions have every price, ${String(whole.length - complete)} lack some.`}
        {staying(workbook.components.size - home.rows)}
      </p>
      <div className="elsewhere-found">
        <ul aria-label="Regions">
          {whole.map((offer) => (
            <Region
              key={offer.region}
              home={home}
              offer={offer}
              checked={chosen.has(offer.region)}
              disabled={!chosen.has(offer.region) && chosen.size >= most}
              toggle={() => toggle(offer.region)}
            />
          ))}
        </ul>
        {lacking.length > 0 && (
          <details className="elsewhere-lacking">
            <summary>{`${String(lacking.length)} regions lack something`}</summary>
            <ul aria-label="Regions that lack something">
              {lacking.map(({ region, missing }) => (
                <li key={region}>
                  <strong>{placeName(home.cloud, region)}</strong> {missing.map(({ name }) => name).join(', ')}
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
      <div className="elsewhere-acts">
        <Button kind="primary" disabled={chosen.size === 0} onClick={add}>
          {chosen.size <= 1 ? 'Add the scenario and compare' : `Add ${String(chosen.size)} scenarios and compare`}
        </Button>
      </div>
    </div>
  )
}

type RegionProps = {
  readonly home: HomeRegion
  readonly offer: RegionOffer
  readonly checked: boolean
  readonly disabled: boolean
  readonly toggle: () => void
}

function Region({ home, offer, checked, disabled, toggle }: RegionProps) {
  const printer = usePrinter()
  return (
    <li>
      <label className="elsewhere-region">
        <input type="checkbox" checked={checked} disabled={disabled} onChange={toggle} />
        <span>{placeName(home.cloud, offer.region)}</span>
        {offer.unpriced.length > 0 && (
          <span className="elsewhere-unpriced">{`no price of ${offer.unpriced.map(({ name }) => name).join(', ')}`}</span>
        )}
        <span className="elsewhere-amount" data-value={offer.monthly}>
          {printer.money(offer.monthly)}
          {offer.unpriced.length > 0 && ' +?'}
        </span>
      </label>
    </li>
  )
}

/** Of rows that stay where they are, in a sentence behind another one; empty where there are none. */
export function staying(rows: number): string {
  return rows === 0 ? '' : rows === 1 ? ' 1 other row stays as it is.' : ` ${String(rows)} other rows stay as they are.`
}

/** `eu-west-1 Ireland`: the code, which everybody knows, and the place, which tells where it is. */
export function placeName(cloud: VendorCloud, region: string): string {
  const name = regionOf(cloud, region)?.name
  return name === undefined ? region : `${region} ${/\(([^)]+)\)$/.exec(name)?.[1] ?? name}`
}

/** The regions priced one after the other in idle moments, the nearest first. */
function useOffers(workbook: Workbook, home: HomeRegion | undefined, context: Context): readonly RegionOffer[] {
  const { book, services } = context
  const key = useMemo(() => ({ workbook, home, book, services }), [workbook, home, book, services])
  const [found, setFound] = useState<{ readonly key: object; readonly offers: readonly RegionOffer[] } | null>(null)
  useEffect(() => {
    const { home: from } = key
    if (from === undefined) return
    let over = false
    const price = pricingByDifference()
    const left = regionsNear(from.cloud, from.region, key.book).filter((region) => region !== from.region)
    const offers: RegionOffer[] = []
    const next = () => {
      const region = left.shift()
      if (over || region === undefined) return
      offers.push(regionOffer(key.workbook, from, region, key, price))
      setFound({ key, offers: [...offers] })
      whenIdle(next)
    }
    whenIdle(next)
    return () => {
      over = true
    }
  }, [key])
  return found?.key === key ? found.offers : []
}
