import type { Drawing } from './use-drawing.ts'

/** Dots of a copied picture for each px of the chart: sharp on paper and on dense screens. */
const density = 2

/** The drawing as the text of an SVG file. */
export async function copySvg({ svg }: Drawing): Promise<void> {
  await navigator.clipboard.writeText(svg)
}

/** The drawing as a picture on the chart's own ground. */
export async function copyPng(drawing: Drawing): Promise<void> {
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': pictureOf(drawing) })])
}

async function pictureOf({ address, width, height, ground }: Drawing): Promise<Blob> {
  const image = new Image()
  image.src = address
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = width * density
  canvas.height = height * density
  const pen = canvas.getContext('2d')
  if (pen === null) throw new Error('This browser cannot draw pictures.')
  pen.fillStyle = ground
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(image, 0, 0, canvas.width, canvas.height)
  return blobOf(canvas)
}

function blobOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('The picture could not be made.')) : resolve(blob)), 'image/png')
  })
}
