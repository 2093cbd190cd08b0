import { crc32 } from '#shared/document/crc32.ts'
import { deflating, utf8 } from './platform.ts'

/** A file in an archive, deflated. */
export type ZipPart = { readonly path: string; readonly crc: number; readonly length: number; readonly chunks: readonly Uint8Array[] }

/** Deflates a file. Its text is asked for piece by piece, so that the next one is made while the last one is deflated. */
export async function zipPart(path: string, texts: Iterable<string>): Promise<ZipPart> {
  const { writable, readable } = deflating()
  const chunks: Uint8Array[] = []
  const reading = readInto(chunks, readable.getReader())
  const writer = writable.getWriter()
  let crc = 0
  let length = 0
  for (const text of texts) {
    const bytes = utf8(text)
    crc = crc32(bytes, crc)
    length += bytes.length
    await writer.ready
    void writer.write(bytes)
  }
  await writer.close()
  await reading
  return { path, crc, length, chunks }
}

type Reader = ReturnType<ReturnType<typeof deflating>['readable']['getReader']>

async function readInto(chunks: Uint8Array[], reader: Reader): Promise<void> {
  for (;;) {
    const { value } = await reader.read()
    if (value === undefined) return
    chunks.push(value)
  }
}

const localSize = 30
const centralSize = 46
const endSize = 22
/** 1 January 1980, the first day that an archive can say: the same input gives the same bytes. */
const firstDay = 33

/** The archive of the files, in their order. It takes files of up to 4 GB together. */
export function zipArchive(parts: readonly ZipPart[]): Uint8Array {
  const files = parts.map((part) => ({ ...part, name: utf8(part.path), size: sizeOf(part.chunks) }))
  const bodies = files.reduce((sum, { name, size }) => sum + localSize + name.length + size, 0)
  const central = files.reduce((sum, { name }) => sum + centralSize + name.length, 0)
  const archive = new Uint8Array(bodies + central + endSize)
  const view = new DataView(archive.buffer)
  const directory: { readonly file: (typeof files)[number]; readonly at: number }[] = []
  let at = 0
  for (const file of files) {
    directory.push({ file, at })
    view.setUint32(at, 0x04034b50, true)
    writeCommon(view, at + 4, file)
    archive.set(file.name, at + localSize)
    at += localSize + file.name.length
    for (const chunk of file.chunks) {
      archive.set(chunk, at)
      at += chunk.length
    }
  }
  for (const { file, at: body } of directory) {
    view.setUint32(at, 0x02014b50, true)
    view.setUint16(at + 4, 20, true)
    writeCommon(view, at + 6, file)
    view.setUint32(at + 42, body, true)
    archive.set(file.name, at + centralSize)
    at += centralSize + file.name.length
  }
  writeEnd(view, at, { files: files.length, central, bodies })
  return archive
}

function sizeOf(chunks: readonly Uint8Array[]): number {
  return chunks.reduce((sum, { length }) => sum + length, 0)
}

/** What the head of a file and its place in the directory say alike, from the version that reads it to the length of its name. */
function writeCommon(
  view: DataView,
  at: number,
  { crc, length, size, name }: { readonly crc: number; readonly length: number; readonly size: number; readonly name: Uint8Array },
): void {
  const deflated = 8
  view.setUint16(at, 20, true)
  view.setUint16(at + 4, deflated, true)
  view.setUint16(at + 8, firstDay, true)
  view.setUint32(at + 10, crc, true)
  view.setUint32(at + 14, size, true)
  view.setUint32(at + 18, length, true)
  view.setUint16(at + 22, name.length, true)
}

function writeEnd(
  view: DataView,
  at: number,
  { files, central, bodies }: { readonly files: number; readonly central: number; readonly bodies: number },
): void {
  view.setUint32(at, 0x06054b50, true)
  view.setUint16(at + 8, files, true)
  view.setUint16(at + 10, files, true)
  view.setUint32(at + 12, central, true)
  view.setUint32(at + 16, bodies, true)
}
