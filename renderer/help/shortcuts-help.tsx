import { commandInfos } from '#shared/commands/catalogue.ts'
import type { CommandInfo } from '#shared/commands/types.ts'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Keys } from '#renderer/ui/keys.tsx'
import './help.css'

/** Keys of the sheet that are gestures rather than commands. */
const gestures: readonly (readonly [readonly string[], string])[] = [
  [['Enter', 'Shift+Enter'], 'Commit and go down or up'],
  [['Tab', 'Shift+Tab'], 'Commit and go right or left'],
  [['Escape'], 'Leave the cell as it was'],
  [['$mod+ArrowDown'], 'Go to the edge of the block'],
  [['Shift+ArrowDown'], 'Extend the selection'],
  [['Home', 'End'], 'First or last cell of the row'],
  [['$mod+Home', '$mod+End'], 'First or last cell of the sheet'],
  [['$mod+Enter'], 'Put what was typed into every selected cell'],
]

const windowKeys: readonly (readonly [readonly string[], string])[] = [
  [['$mod+1…9'], 'Show the base or one of the first scenarios'],
  [['F6', 'Shift+F6'], 'Go to the next or the previous part of the window'],
]

const comparisonKeys: readonly (readonly [readonly string[], string])[] = [
  [['ArrowRight', 'ArrowLeft'], 'Unfold a group or the reasons of a row, and fold'],
  [['$mod+ArrowRight', '$mod+ArrowLeft'], 'Bring designs into sight that do not fit'],
  [['Enter'], 'Show the row in the sheet'],
]

export function ShortcutsHelp({ onClose }: { readonly onClose: () => void }) {
  const withKeys = commandInfos.filter((info) => info.shortcut !== undefined)
  return (
    <Dialog title="Keyboard shortcuts" onClose={onClose} size="large">
      <div className="help-columns">
        <KeyTable caption="Anywhere" rows={[...withKeys.filter((info) => info.scope === undefined).map(rowOf), ...windowKeys]} />
        <KeyTable caption="In the sheet" rows={[...gestures, ...withKeys.filter((info) => info.scope === 'sheet').map(rowOf)]} />
        <KeyTable caption="In the comparison" rows={comparisonKeys} />
      </div>
    </Dialog>
  )
}

function rowOf(info: CommandInfo): readonly [readonly string[], string] {
  return [
    [info.shortcut ?? '', ...(info.alsoShortcuts ?? []).filter((keys) => !keys.includes('Numpad') && keys !== '$mod+Equal')],
    info.label,
  ]
}

function KeyTable({ caption, rows }: { readonly caption: string; readonly rows: readonly (readonly [readonly string[], string])[] }) {
  return (
    <table className="help-table">
      <caption>{caption}</caption>
      <tbody>
        {rows.map(([keys, label]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>
              {keys.map((shortcut) => (
                <Keys key={shortcut} shortcut={shortcut} />
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
