import { plainText } from './text.ts'

/** A machine as people ask for one: `8 vcpu 32 gb`, `4 x a100`. Absent: not asked. */
export type AskedShape = { readonly vcpu?: number; readonly memoryGib?: number; readonly gpuCount?: number }

export type Query = { readonly words: readonly string[]; readonly shape: AskedShape }

const number = String.raw`(\d+(?:[.,]\d+)?)`
/** A figure stands alone: not inside a size's name such as `m5.2xlarge`. */
const before = String.raw`(?<![\p{L}\p{N}._-])`
const after = String.raw`(?![\p{L}\p{N}_-])`

const figures: readonly (readonly [keyof AskedShape, RegExp])[] = [
  ['vcpu', new RegExp(`${before}${number}\\s*(?:v?cpus?|v?cores?)${after}`, 'gu')],
  ['memoryGib', new RegExp(`${before}${number}\\s*gi?b(?:\\s+(?:of\\s+)?(?:ram|memory))?${after}`, 'gu')],
  ['gpuCount', new RegExp(`${before}${number}\\s*gpus?${after}`, 'gu')],
  ['gpuCount', new RegExp(`${before}${number}\\s*[x×]\\s+(?=\\p{L})`, 'gu')],
]

/** Reads what was typed into the search. Figures with a unit ask for a machine's shape, everything else is a word. */
export function readQuery(text: string): Query {
  let rest = plainText(text)
  const shape: { -readonly [Figure in keyof AskedShape]: number } = {}
  for (const [figure, expression] of figures) {
    rest = rest.replace(expression, (_, value: string) => {
      shape[figure] = Number(value.replace(',', '.'))
      return figure === 'gpuCount' ? ' gpu ' : ' '
    })
  }
  return { words: [...new Set(rest.split(/[\s,;]+/).filter((word) => word !== ''))], shape }
}
