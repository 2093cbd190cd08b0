import { useEffect, useState } from 'react'
import type { RefObject } from 'react'
import { part, sayMissing } from '#renderer/workspace/parts.ts'
import { paperColours, useColours } from './colours.ts'
import type { ChartShape, ChartText, Picture } from './types.ts'

const engine = part(async () => (await import('./engine.ts')).drawn)

/** Size in px of a drawing that leaves the page: as wide as a sheet of paper has room for, wherever it was drawn. */
const sheet = { width: 680, height: 300 } as const

/** A drawing for the screen at its address, and the same in the colours of paper, for print and for copies. */
export type Drawing = Pick<Picture, 'width' | 'height'> & {
  readonly address: string
  readonly paper: Picture
  readonly paperAddress: string
}

/** Draws a chart as large as its place, and again when the place, the figures or the theme change. Null until it is drawn. */
export function useDrawing(place: RefObject<HTMLElement | null>, shape: ChartShape, text: ChartText): Drawing | null {
  const colours = useColours()
  const [drawing, setDrawing] = useState<Drawing | null>(null)
  useEffect(() => {
    const element = place.current
    if (element === null) return
    let over = false
    let addresses: readonly string[] = []
    const forget = () => addresses.forEach((address) => URL.revokeObjectURL(address))
    const draw = async () => {
      const { clientWidth: width, clientHeight: height } = element
      if (width === 0 || height === 0) return
      const drawn = await engine.load().catch(() => null)
      if (over) return
      if (drawn === null) return sayMissing('The chart')
      const look = { colours, text, fontFamily: plainFont(getComputedStyle(element).fontFamily), width, ground: false }
      const ground = paperColours()
      const svg = drawn(shape, { ...look, width: sheet.width, colours: ground, ground: true }, sheet.height)
      forget()
      const [address, paperAddress] = [addressOf(drawn(shape, look, height)), addressOf(svg)]
      addresses = [address, paperAddress]
      setDrawing({ address, paperAddress, width, height, paper: { svg, ...sheet, ground: ground.surface } })
    }
    const sizes = new ResizeObserver(() => void draw())
    sizes.observe(element)
    return () => {
      over = true
      sizes.disconnect()
      forget()
    }
  }, [place, shape, text, colours])
  return drawing
}

function addressOf(svg: string): string {
  return URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
}

/** Quotes would end the attributes of an SVG file. */
export function plainFont(family: string): string {
  return family.replace(/"/g, "'")
}
