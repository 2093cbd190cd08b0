import { tenth } from './drawing.ts'

/** Lines over a coloured box, so that parts are told apart where colours are not: in grey print, and by people who see fewer of them. */
const gap = 7

type Point = readonly [number, number]
type Lines = (width: number, height: number) => readonly (readonly [Point, Point])[]

const upright: Lines = (width, height) =>
  steps(gap, width).map((x) => [
    [x, 0],
    [x, height],
  ])

const level: Lines = (width, height) =>
  steps(gap, height).map((y) => [
    [0, y],
    [width, y],
  ])

/** From the bottom to the right, cut at the sides of the box. */
const rising: Lines = (width, height) =>
  steps(gap - height, width).map((start) => {
    const [from, to] = [Math.max(0, start), Math.min(width, start + height)]
    return [
      [from, height - (from - start)],
      [to, height - (to - start)],
    ]
  })

const falling: Lines = (width, height) =>
  rising(width, height).map(([[fromX, fromY], [toX, toY]]) => [
    [fromX, height - fromY],
    [toX, height - toY],
  ])

const none: Lines = () => []

/** In the order in which parts take them; the first is plain. */
const textures: readonly Lines[] = [
  none,
  rising,
  level,
  falling,
  upright,
  (width, height) => [...rising(width, height), ...falling(width, height)],
  (width, height) => [...level(width, height), ...upright(width, height)],
]

/** The texture of part `at` in a box, as the `d` of an SVG path; empty for a plain one. */
export function texture(at: number, left: number, top: number, width: number, height: number): string {
  const lines = textures[at % textures.length] ?? none
  return lines(width, height)
    .map(([from, to]) => `M${point(from, left, top)}L${point(to, left, top)}`)
    .join('')
}

function point([x, y]: Point, left: number, top: number): string {
  return `${tenth(left + x)} ${tenth(top + y)}`
}

/** From a number up to another, which is left out, a gap apart. */
function steps(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, Math.ceil((to - from) / gap)) }, (_, at) => from + at * gap)
}
