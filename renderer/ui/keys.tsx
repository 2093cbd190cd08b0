import { isApple, printKeys } from './shortcut.ts'
import './keys.css'

/** The keys of a shortcut in tinykeys form, drawn as keys. */
export function Keys({ shortcut }: { readonly shortcut: string }) {
  return (
    <span className="ui-keys">
      {printKeys(shortcut, isApple()).map((key) => (
        <kbd key={key} className="ui-key">
          {key}
        </kbd>
      ))}
    </span>
  )
}
