// Renders build/icons/icon.svg to the sizes each system wants: PNGs, and the same PNGs inside .ico and .icns containers.
// Run it by hand after the drawing has changed: node build/icons.mjs
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { chromium } from 'playwright'
import { haveBrowser } from './browser.mjs'
import { root } from './run.mjs'

const folder = path.join(root, 'build/icons')
const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024]
const icoSizes = [16, 24, 32, 48, 64, 128, 256]
/** OSType of a PNG of this size inside an .icns file (Apple's icon family format). */
const icnsTypes = { 16: 'icp4', 32: 'icp5', 64: 'icp6', 128: 'ic07', 256: 'ic08', 512: 'ic09', 1024: 'ic10' }

const images = await render(await readFile(path.join(folder, 'icon.svg'), 'utf8'))
await mkdir(folder, { recursive: true })
for (const [size, png] of images) await writeFile(path.join(folder, `${size}x${size}.png`), png)
await writeFile(path.join(folder, 'icon.ico'), ico(icoSizes.map((size) => ({ size, png: images.get(size) }))))
await writeFile(
  path.join(folder, 'icon.icns'),
  icns(Object.entries(icnsTypes).map(([size, type]) => ({ type, png: images.get(Number(size)) }))),
)

async function render(svg) {
  const browser = await chromium.launch({ executablePath: await haveBrowser(), args: ['--no-sandbox', '--disable-gpu'] })
  const page = await browser.newPage()
  const made = new Map()
  for (const size of sizes) {
    await page.setViewportSize({ width: size, height: size })
    await page.setContent(
      `<style>html, body { margin: 0; background: transparent } svg { display: block; width: ${size}px; height: ${size}px }</style>${svg}`,
    )
    made.set(size, await page.screenshot({ omitBackground: true, clip: { x: 0, y: 0, width: size, height: size } }))
  }
  await browser.close()
  return made
}

/** ICONDIR, one ICONDIRENTRY each (a size of 256 is written as 0), then the images. */
function ico(entries) {
  const head = Buffer.alloc(6 + 16 * entries.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(entries.length, 4)
  let at = head.length
  for (const [index, { size, png }] of entries.entries()) {
    const place = 6 + 16 * index
    head.writeUInt8(size % 256, place)
    head.writeUInt8(size % 256, place + 1)
    head.writeUInt16LE(1, place + 4)
    head.writeUInt16LE(32, place + 6)
    head.writeUInt32LE(png.length, place + 8)
    head.writeUInt32LE(at, place + 12)
    at += png.length
  }
  return Buffer.concat([head, ...entries.map(({ png }) => png)])
}

/** `icns`, the whole length, then each image with its type and length. */
function icns(entries) {
  const parts = entries.map(({ type, png }) => Buffer.concat([Buffer.from(type, 'latin1'), lengthOf(png.length + 8), png]))
  const body = Buffer.concat(parts)
  return Buffer.concat([Buffer.from('icns', 'latin1'), lengthOf(body.length + 8), body])
}

function lengthOf(value) {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
