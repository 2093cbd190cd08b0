import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

it('echarts comes with the first chart that is drawn: what draws with it is imported when it is needed, and nowhere else', () => {
  const files = readdirSync('renderer', { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file))
  const sources = files.map((file) => ({ file, source: readFileSync(path.join('renderer', file), 'utf8') }))
  const drawing = sources.filter(({ source }) => /^import \{[^}]*\} from 'echarts/m.test(source)).map(({ file }) => file)
  expect(drawing).toEqual([path.join('charts', 'engine.ts')])
  expect(sources.filter(({ source }) => /from '[^']*(?:charts\/|\.\/)engine\.ts'/.test(source))).toEqual([])
  expect(sources.filter(({ source }) => source.includes("import('./engine.ts')")).map(({ file }) => file)).toEqual([
    path.join('charts', 'use-drawing.ts'),
  ])
})
