const WIDTH = 96
const HEIGHT = 22

/** A few numbers as a small line from zero up. */
export function Sparkline({ values, label }: { readonly values: readonly number[]; readonly label: string }) {
  const most = Math.max(...values, Number.MIN_VALUE)
  const x = (at: number) => (values.length < 2 ? 0 : (at / (values.length - 1)) * WIDTH)
  const y = (value: number) => HEIGHT - 1 - (value / most) * (HEIGHT - 3)
  const points = values.map((value, at) => `${x(at).toFixed(1)},${y(value).toFixed(1)}`).join(' ')
  return (
    <svg
      className="sparkline"
      viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={label}
    >
      <polyline points={points} />
    </svg>
  )
}
