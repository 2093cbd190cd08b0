import './meter.css'

type MeterProps = {
  /** Share of the limit; above 1 the bar is full and the status says the rest. */
  readonly ratio: number
  /** `unchecked`: the ratio is only a part of what there is. */
  readonly status: 'within' | 'near' | 'over' | 'unchecked'
  /** The whole statement in words: "59.6 % of $500.00, within budget". */
  readonly label: string
}

/** A budget bar. The colour only repeats what `label` says. */
export function Meter({ ratio, status, label }: MeterProps) {
  const shown = Math.min(Math.max(ratio, 0), 1)
  return (
    <div
      className="ui-meter"
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(shown * 100)}
      aria-valuetext={label}
      data-status={status}
    >
      <div className="ui-meter-bar" style={{ inlineSize: `${String(shown * 100)}%` }} />
    </div>
  )
}
