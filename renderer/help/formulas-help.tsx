import { functions, referenceFunctions } from '#shared/formula/index.ts'
import { Dialog } from '#renderer/ui/dialog.tsx'
import './help.css'

const values: readonly (readonly [string, string])[] = [
  ['1,000  1e6  2.5 k  3 M  1 bn', 'Numbers'],
  ['25%', 'A share; 100 + 5% is 100.05'],
  ['40 KB  10 TB  5 GB/day', 'Amounts of data; 1 TB is 1,024 GB, as on the bills'],
  ['250 ms  3 h/day  2 weeks', 'Times; h/day is a share of the time'],
  ['1000 requests/s', 'Rates'],
  ['=requests_per_day * 30 * 40 KB', 'A formula begins with = and may use drivers by name'],
]

export function FormulasHelp({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title="Functions and units" onClose={onClose} size="large">
      <table className="help-table">
        <caption>What a cell can hold</caption>
        <tbody>
          {values.map(([text, meaning]) => (
            <tr key={text}>
              <th scope="row">
                <code>{text}</code>
              </th>
              <td>{meaning}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table className="help-table">
        <caption>Functions</caption>
        <tbody>
          {[...referenceFunctions, ...functions.values()].map((declared) => (
            <tr key={declared.name}>
              <th scope="row">
                <code>{declared.signature}</code>
              </th>
              <td>{declared.help}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  )
}
