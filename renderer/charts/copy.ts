import { notify } from '#renderer/workspace/notices.ts'
import { PartMissing, sayMissing } from '#renderer/workspace/parts.ts'
import type { Picture } from './types.ts'

/** Dots of a copied picture for each px of the drawing: sharp on paper and on dense screens. */
const density = 2

/** The widest or highest picture that browsers draw without losing it. */
const mostDots = 8192

export function copyText(text: string): Promise<void> {
  return navigator.clipboard.writeText(text)
}

/** The drawing as a picture (PNG) on its own ground. */
export async function copyPng(picture: Picture): Promise<void> {
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': dotsOf(picture) })])
}

/** Says how copying ended; `what` is what was copied. */
export async function copied(what: string, work: Promise<void>): Promise<void> {
  try {
    await work
    notify({ kind: 'info', message: `${what} is on the clipboard.` })
  } catch (fault) {
    if (fault instanceof PartMissing) return sayMissing('What draws the picture')
    notify({
      kind: 'refusal',
      message: 'The browser did not let the page write to the clipboard.',
      fix: 'Allow it for this page and copy again.',
    })
  }
}

async function dotsOf({ svg, width, height, ground }: Picture): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const scale = Math.min(density, mostDots / width, mostDots / height)
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(width * scale)
    canvas.height = Math.round(height * scale)
    const pen = canvas.getContext('2d')
    if (pen === null) throw new Error('This browser cannot draw pictures.')
    pen.fillStyle = ground
    pen.fillRect(0, 0, canvas.width, canvas.height)
    pen.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await blobOf(canvas)
  } finally {
    URL.revokeObjectURL(address)
  }
}

function blobOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('The picture could not be made.')) : resolve(blob)), 'image/png')
  })
}
