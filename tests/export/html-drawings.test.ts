import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { barsSvg } from '#pricing/export/html/chart.ts'
import { paper, ticksFor } from '#pricing/export/html/drawing.ts'
import { linesSvg } from '#pricing/export/html/lines.ts'
import { waterfallSvg } from '#pricing/export/html/waterfall.ts'

describe('the chart', () => {
  it('draws bars as long as their amounts, the longest as wide as there is room', () => {
    const svg = barsSvg('Costs', [
      { label: 'A', text: '$10', parts: [{ name: 'x', value: 10 }] },
      { label: 'B', text: '$5', parts: [{ name: 'x', value: 5 }] },
    ])
    expect([...svg.matchAll(/<rect x="190" y="\d+" width="([\d.]+)"/g)].map(([, width]) => Number(width))).toEqual([410, 205])
  })

  it('draws nothing for amounts that are zero or below', () => {
    const svg = barsSvg('Costs', [
      {
        label: 'A',
        text: '-',
        parts: [
          { name: 'x', value: 0 },
          { name: 'y', value: -3 },
        ],
      },
    ])
    expect(svg).not.toMatch(/NaN|Infinity|width="-/)
  })

  it('leaves what is written at a bar’s end room for its digits', () => {
    const text = '€1,458,118,362.36 +?'
    const [, at] = /<text x="([\d.]+)" y="[\d.]+">€/.exec(barsSvg('Way', [{ label: 'a', text, parts: [{ name: 'a', value: 1 }] }]))!
    expect(720 - Number(at)).toBeGreaterThan(text.length * 7.5)
  })
})

describe('parts of a bar', () => {
  const parts = Array.from({ length: 16 }, (_, at) => ({ name: `Part ${at}`, value: 10 }))
  const svg = barsSvg('Costs', [{ label: 'A', text: '$160', parts }])
  const looks = [...svg.matchAll(/height="22" fill="(#\w+)"[^>]*><title>[^<]*<\/title><\/rect>(?:<path d="([^"]*)")?/g)]

  it('are told apart in grey and by people who see fewer colours: by texture as well as by colour', () => {
    const relative = looks.map(([, fill, lines = '']) => `${fill} ${lines.replaceAll(/[\d.]+ [\d.]+/g, 'p').length} ${directions(lines)}`)
    expect(looks).toHaveLength(16)
    expect(new Set(relative).size).toBe(16)
    expect(new Set(looks.slice(0, 4).map(([, , lines = '']) => directions(lines))).size).toBe(4)
  })

  it('have lines that stay in their box, and names in a legend of the same look', () => {
    const [left = 0, width = 0] = /<rect x="([\d.]+)" y="0" width="([\d.]+)"[^>]*><title>Part 1</.exec(svg)?.slice(1).map(Number) ?? []
    const points = [...(looks[1]?.[2] ?? '').matchAll(/([\d.]+) ([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const)
    expect(points.length).toBeGreaterThan(4)
    for (const [x, y] of points) {
      expect(x).toBeGreaterThanOrEqual(left - 0.1)
      expect(x).toBeLessThanOrEqual(left + width + 0.1)
      expect(y).toBeGreaterThanOrEqual(0)
      expect(y).toBeLessThanOrEqual(22)
    }
    expect(svg).toMatch(/height="13"[^>]*><title>Part 15<\/title><\/rect><path [^>]*\/><text [^>]*>Part 15</)
  })
})

/** Which ways the lines of a path go. */
function directions(lines: string): string {
  const ways = [...lines.matchAll(/M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)/g)].map(
    ([, x1, y1, x2, y2]) => `${Math.sign(Number(x2) - Number(x1))} ${Math.sign(Number(y2) - Number(y1))}`,
  )
  return [...new Set(ways)].toSorted().join()
}

describe('a waterfall', () => {
  const step = (amount: number, isTotal = false) => ({ label: String(amount), amount, isTotal, text: `$${amount}`, isUnsure: false })
  const bars = (svg: string) =>
    [...svg.matchAll(/<rect x="[\d.]+" y="([\d.]+)" width="[\d.]+" height="([\d.]+)" fill="([^"]+)"/g)].map(([, top, height, fill]) => ({
      top: Number(top),
      bottom: Number(top) + Number(height),
      fill,
    }))

  it('begins every step where the one before it ended, and ends at the total', () => {
    const amounts = fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), amounts, (from, steps) => {
        const to = steps.reduce((sum, amount) => sum + amount, from)
        const drawn = bars(waterfallSvg('Way', [step(from, true), ...steps.map((amount) => step(amount)), step(to, true)]))
        const levels = drawn.map(({ top, bottom }) => [top, bottom])
        for (const [at, edges] of levels.slice(1).entries()) {
          const meets = levels[at]!.some((edge) => edges.some((other) => Math.abs(edge - other) <= 1.2))
          expect(meets, `${at + 1} of ${from}, ${steps.join(', ')}`).toBe(true)
        }
      }),
    )
  })

  it('tells more from less by colour, texture and sign, and calls what is not sure neither', () => {
    const [, more, less, unsure] = bars(waterfallSvg('Way', [step(5, true), step(3), step(-2), { ...step(1), isUnsure: true }]))
    expect([more!.fill, less!.fill, unsure!.fill]).toEqual([paper.more, paper.less, paper.muted])
    expect(waterfallSvg('Way', [step(50, true), step(30)]).match(/stroke-opacity/g)).toHaveLength(1)
  })
})

describe('lines', () => {
  it('leave a gap where nobody knows them', () => {
    const svg = linesSvg('Lines', ['a', 'b', 'c', 'd'], [{ name: 'x', values: [1, null, 2, 3] }], String)
    const [, path] = /<path d="([^"]*)" fill="none"/.exec(svg)!
    expect(path).toMatch(/^M[\d. ]+M[\d. ]+L[\d. ]+$/)
  })

  it('have a scale that holds zero and every amount, at round steps', () => {
    const cents = fc.oneof(fc.integer({ min: -1e4, max: 1e4 }), fc.integer({ min: -1e11, max: 1e11 })).map((amount) => amount / 100)
    fc.assert(
      fc.property(fc.array(cents, { maxLength: 5 }), (amounts) => {
        const ticks = ticksFor(amounts)
        expect(ticks).toContain(0)
        expect(ticks.length).toBeLessThanOrEqual(12)
        const slack = 1e-12
        expect(Math.min(...amounts, 0)).toBeGreaterThanOrEqual(ticks[0]! * (1 + slack))
        expect(Math.max(...amounts, 0)).toBeLessThanOrEqual(ticks.at(-1)! * (1 + slack))
      }),
    )
  })
})

describe('drawings', () => {
  it('are in the colours of the light theme', () => {
    const tokens = readFileSync('renderer/ui/tokens.css', 'utf8')
    const light = (name: string) => new RegExp(`--sky-${name}: light-dark\\((#\\w+),`).exec(tokens)?.[1]
    expect(paper).toEqual({
      text: light('text'),
      muted: light('text-muted'),
      line: light('line'),
      surface: light('surface'),
      accent: light('accent'),
      more: light('bad'),
      less: light('good'),
      series: ['blue', 'orange', 'teal', 'purple', 'yellow', 'red', 'green', 'pink', 'grey'].map((hue) => light(`hue-${hue}`)),
    })
  })
})
