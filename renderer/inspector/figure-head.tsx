import type { Money } from '#pricing/calculator/types.ts'
import { isKnown } from '#pricing/calculator/known.ts'
import { NOT_KNOWN } from '#renderer/ui/known.ts'
import type { Printer } from '#renderer/ui/printer.ts'
import { leftOut } from './wording.ts'

type Props = { readonly money: Money; readonly printer: Printer; readonly testId: string }

/** The figure of a row or of several, with what it leaves out and what it saves. */
export function FigureHead({ money, printer, testId }: Props) {
  return (
    <p className="inspector-figure">
      <span className="inspector-amount" data-testid={testId} data-value={isKnown(money) ? money.monthly : undefined}>
        {isKnown(money) ? printer.money(money.monthly) : NOT_KNOWN}
      </span>
      <span className="inspector-per"> a month</span>
      {leftOut(money).map((words) => (
        <span key={words} className="inspector-left-out">
          {words}
        </span>
      ))}
      {money.discount !== 0 && (
        <span className="inspector-list">
          list {printer.money(money.list)}, saved {printer.money(money.discount)}
        </span>
      )}
      {money.upfront > 0 && <span className="inspector-list">upfront {printer.money(money.upfront)}, once a term</span>}
    </p>
  )
}
