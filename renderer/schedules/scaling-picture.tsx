import { settingsOf } from '#shared/document/empty.ts'
import type { Schedule } from '#shared/document/types.ts'
import { dayNames, summaryOf, unitHoursPerMonth } from '#pricing/schedule/week.ts'
import { told } from '#renderer/ui/told.ts'
import { usePrinter } from '#renderer/ui/use-printer.ts'
import { useWorkspace } from '#renderer/workspace/store.ts'

const WIDTH = 840
const HEIGHT = 150

/** The week that a rule comes to: instances as steps, the load as a line in instances used to the full, hours with too few marked. */
export function ScalingPicture({ schedule }: { readonly schedule: Schedule }) {
  const workbook = useWorkspace((state) => state.workbook)
  const calculator = useWorkspace((state) => state.calculator)
  useWorkspace((state) => state.figures)
  const printer = usePrinter()
  if (workbook === null || calculator === null || !workbook.schedules.has(schedule.id)) return null
  const { value, warnings, scaling } = calculator.schedule(schedule.id)
  if (value.kind !== 'number') {
    return (
      <p className="week-problem" role="status">
        {told(value.kind === 'problem' ? value.problem : value.unknown)}
      </p>
    )
  }
  const billed = value.hours ?? new Float64Array(168).fill(value.value)
  const { load = null, unmet = new Float64Array(billed.length) } = scaling ?? {}
  const short = unmet.reduce((count, one) => count + (one > 1e-9 ? 1 : 0), 0)
  const { minimum, maximum, mean } = summaryOf(billed)
  const month = settingsOf(workbook).month.hours
  const words = `${printer.number(Number(minimum.toFixed(2)))} to ${printer.number(Number(maximum.toFixed(2)))} instances, ${printer.number(Number(mean.toFixed(2)))} on average, ${printer.number(Number(unitHoursPerMonth(billed, month).toFixed(1)))} instance-hours a month`
  return (
    <figure className="scaling-picture" data-testid="scaling" data-mean={mean} data-unmet={short}>
      <Drawing billed={billed} load={load} unmet={unmet} label={words} />
      <figcaption>
        <p>{words}.</p>
        <p className="scaling-legend">
          Filled: instances. Line: the load, in instances used to the full.{short > 0 && ' Marks above: hours with more load than that.'}
        </p>
        {short > 0 && (
          <p className="scaling-unmet">In {short} hours of the week the load is for a while more than the instances there are can take.</p>
        )}
        {warnings.map((warning) => (
          <p key={warning} className="scaling-unmet">
            {warning}
          </p>
        ))}
      </figcaption>
    </figure>
  )
}

type DrawingProps = {
  readonly billed: Float64Array
  readonly load: Float64Array | null
  readonly unmet: Float64Array
  readonly label: string
}

function Drawing({ billed, load, unmet, label }: DrawingProps) {
  const most = Math.max(1, summaryOf(billed).maximum, load === null ? 0 : summaryOf(load).maximum)
  const y = (value: number) => HEIGHT - 16 - (value / most) * (HEIGHT - 22)
  const x = (hour: number) => (hour / 168) * WIDTH
  const steps = (hours: Float64Array) => Array.from(hours, (value, hour) => `H${x(hour).toFixed(1)} V${y(value).toFixed(1)}`).join(' ')
  return (
    <svg viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`} role="img" aria-label={label} className="scaling-drawing">
      {dayNames.map((name, day) => (
        <g key={name}>
          <line x1={x(day * 24)} x2={x(day * 24)} y1={2} y2={HEIGHT - 14} className="scaling-day" />
          <text x={x(day * 24) + 4} y={HEIGHT - 3} className="scaling-label">
            {name}
          </text>
        </g>
      ))}
      <path d={`M0 ${String(y(0))} ${steps(billed)} H${String(WIDTH)} V${String(y(0))} Z`} className="scaling-instances" />
      {load !== null && <path d={`M0 ${y(load[0] ?? 0).toFixed(1)} ${steps(load)} H${String(WIDTH)}`} className="scaling-load" />}
      {Array.from(unmet, (value, hour) =>
        value > 1e-9 ? <rect key={hour} x={x(hour)} y={1} width={WIDTH / 168} height={5} className="scaling-short" /> : null,
      )}
    </svg>
  )
}
