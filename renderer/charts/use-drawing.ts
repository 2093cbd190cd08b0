import { useEffect, useState } from 'react'
import type { RefObject } from 'react'
import { useColours } from './colours.ts'
import type { ChartShape, ChartText } from './types.ts'

/** A drawing, the address it is shown from, and its size in px. */
export type Drawing = {
  readonly svg: string
  readonly address: string
  readonly width: number
  readonly height: number
  readonly ground: string
}

/** Draws a chart as large as its place, and again when the place, the figures or the theme change. Null until it is drawn. */
export function useDrawing(place: RefObject<HTMLElement | null>, shape: ChartShape, text: ChartText): Drawing | null {
  const colours = useColours()
  const [drawing, setDrawing] = useState<Drawing | null>(null)
  useEffect(() => {
    const element = place.current
    if (element === null) return
    let over = false
    let address = ''
    const draw = async () => {
      const { clientWidth: width, clientHeight: height } = element
      if (width === 0 || height === 0) return
      const { drawn } = await import('./engine.ts')
      if (over) return
      const svg = drawn(shape, { colours, text, fontFamily: plainFont(getComputedStyle(element).fontFamily), width }, height)
      URL.revokeObjectURL(address)
      address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
      setDrawing({ svg, address, width, height, ground: colours.surface })
    }
    const sizes = new ResizeObserver(() => void draw())
    sizes.observe(element)
    return () => {
      over = true
      sizes.disconnect()
      URL.revokeObjectURL(address)
    }
  }, [place, shape, text, colours])
  return drawing
}

/** Quotes would end the attributes of an SVG file. */
function plainFont(family: string): string {
  return family.replace(/"/g, "'")
}
