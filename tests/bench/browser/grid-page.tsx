import { ClientSideRowModelModule, ModuleRegistry, type ColDef } from 'ag-grid-community'
import { AgGridReact } from 'ag-grid-react'
import { Dexie } from 'dexie'
import { create, parseDependencies } from 'mathjs/number'
import { createRoot } from 'react-dom/client'

/**
 * What our page stands beside: React, AG Grid, a parsed formula and Dexie, and nothing else. `?rows=` of which the first start makes the
 * rows and later ones read them; `?width=` and `?height=` in px.
 */

type Row = { readonly id: string } & Readonly<Record<string, string>>

ModuleRegistry.registerModules([ClientSideRowModelModule])

const asked = new URLSearchParams(location.search)
const count = Number(asked.get('rows') ?? '100')
const fields = ['name', 'service', 'region', 'size', 'count', 'buys', 'monthly', 'share']
const columns: ColDef<Row>[] = fields.map((field) => ({ field, width: 150, sortable: false }))

function makeRow(n: number): Row {
  const monthly = `$${((n % 97) * 30.368).toFixed(2)}`
  return {
    id: `r${String(n)}`,
    name: `Row ${String(n)}`,
    service: 'EC2 instances',
    region: 'us-east-1',
    size: 't3.medium',
    count: '4',
    buys: 'On demand',
    monthly,
    share: '0.1%',
  }
}

async function load(): Promise<Row[]> {
  const dexie = new Dexie('bare-grid')
  dexie.version(1).stores({ workbooks: 'id' })
  const id = `w${String(count)}`
  const kept: { readonly rows: Row[] } | undefined = await dexie.table('workbooks').get(id)
  if (kept) return kept.rows
  const rows = Array.from({ length: count }, (_, n) => makeRow(n))
  await dexie.table('workbooks').put({ id, rows })
  return rows
}

create({ ...parseDependencies }).parse('ceil(requests_per_month / 25e6) + 1')
const place = document.getElementById('root')
if (!place) throw new Error('the page has no root')
place.style.width = `${asked.get('width') ?? '1200'}px`
place.style.height = `${asked.get('height') ?? '700'}px`
const root = createRoot(place)
root.render(
  <AgGridReact<Row> rowData={await load()} columnDefs={columns} getRowId={({ data }) => data.id} rowHeight={28} animateRows={false} />,
)
