import { useMemo, useState } from 'react'
import { onCloud, regionsNear } from '#pricing/analysis/elsewhere.ts'
import type { CloudDesign, HomeRegion, Said } from '#pricing/analysis/elsewhere.ts'
import type { VendorCloud } from '#pricing/services/equivalents.ts'
import { Button } from '#renderer/ui/button.tsx'
import { cloudNames } from '#renderer/ui/cloud-names.ts'
import { Field, Select } from '#renderer/ui/field.tsx'
import { placeName, staying } from './in-regions.tsx'
import type { ElsewhereProps } from './in-regions.tsx'

const clouds: readonly VendorCloud[] = ['aws', 'google', 'azure']

/** The rows of one cloud by what does the same work on another; what has no equivalent stays and is listed. */
export function OnClouds({ workbook, context, homes, make }: ElsewhereProps) {
  const [at, setAt] = useState(0)
  const [wanted, setWanted] = useState<VendorCloud | null>(null)
  const [region, setRegion] = useState<string | null>(null)
  const home: HomeRegion | undefined = homes[at] ?? homes[0]
  const others = clouds.filter((cloud) => cloud !== home?.cloud)
  const to = wanted !== null && others.includes(wanted) ? wanted : (others[0] ?? 'google')
  const { book, services } = context
  const regions = useMemo(() => (home === undefined ? [] : regionsNear(to, home.region, book)), [home, to, book])
  const place = region !== null && regions.includes(region) ? region : (regions[0] ?? '')
  const design = useMemo(
    () => (home === undefined ? null : onCloud(workbook, home.cloud, to, place, { book, services })),
    [workbook, home, to, place, book, services],
  )
  if (home === undefined || design === null) return null
  return (
    <div className="elsewhere">
      <div className="elsewhere-line">
        <Field label="The rows of">
          {(ids) => (
            <Select
              {...ids}
              options={homes.map(({ cloud }, index) => ({ value: String(index), label: cloudNames[cloud] }))}
              value={String(at)}
              onChange={(event) => setAt(Number(event.target.value))}
            />
          )}
        </Field>
        <Field label="On">
          {(ids) => (
            <Select
              {...ids}
              options={others.map((cloud) => ({ value: cloud, label: cloudNames[cloud] }))}
              value={to}
              onChange={(event) => setWanted(others.find((cloud) => cloud === event.target.value) ?? null)}
            />
          )}
        </Field>
        <Field label="In the region">
          {(ids) => (
            <Select
              {...ids}
              options={regions.map((code) => ({ value: code, label: placeName(to, code) }))}
              value={place}
              onChange={(event) => setRegion(event.target.value)}
            />
          )}
        </Field>
      </div>
      <Found design={design} cloud={cloudNames[to]} />
      <div className="elsewhere-acts">
        <Button
          kind="primary"
          disabled={design.moved === 0}
          onClick={() => make([{ name: `On ${cloudNames[to]}, ${place}`, changes: design.edits }])}
        >
          Add the scenario and compare
        </Button>
      </div>
    </div>
  )
}

function Found({ design, cloud }: { readonly design: CloudDesign; readonly cloud: string }) {
  const { moved, kept, open, lost, others } = design
  return (
    <>
      <p className="elsewhere-hint" role="status">
        {`${String(moved)} ${moved === 1 ? 'row' : 'rows'} by what does the same work on ${cloud}; machines by the cheapest that has as much of everything, databases and caches by the nearest.`}
        {staying(others)}
      </p>
      <List heading="To be filled in" of={open} />
      <List heading="Not taken over as it is" of={lost} />
      <List heading="Stays where it is" of={kept} />
    </>
  )
}

function List({ heading, of }: { readonly heading: string; readonly of: readonly Said[] }) {
  if (of.length === 0) return null
  return (
    <section>
      <h3 className="elsewhere-heading">{heading}</h3>
      <ul className="elsewhere-list" aria-label={heading}>
        {of.map(({ name, what }) => (
          <li key={`${name} ${what.join()}`}>
            <strong>{name}</strong> {what.join(', ')}
          </li>
        ))}
      </ul>
    </section>
  )
}
