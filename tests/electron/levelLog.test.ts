import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { crc32c, maskedCrc32c } from '#electron/recovery/crc32c.ts'
import { levelLogEnd } from '#electron/recovery/levelLog.ts'
import { guardLogs } from '#electron/recovery/logGuard.ts'
import { markRunning } from '#electron/recovery/runMarker.ts'

const block = 32_768

/** Writes a LevelDB log as its `log_writer` does; tells also where each whole record ends. */
function writeLog(payloads: readonly Uint8Array[]): { readonly log: Buffer; readonly ends: readonly number[] } {
  const parts: Buffer[] = []
  const ends: number[] = []
  let at = 0
  const put = (bytes: Buffer): void => {
    parts.push(bytes)
    at += bytes.length
  }
  for (const payload of payloads) {
    let from = 0
    do {
      const left = block - (at % block)
      if (left < 7) put(Buffer.alloc(left))
      const room = block - (at % block) - 7
      const piece = payload.subarray(from, from + room)
      const isFirst = from === 0
      from += piece.length
      const isLast = from === payload.length
      const type = isFirst && isLast ? 1 : isFirst ? 2 : isLast ? 4 : 3
      const head = Buffer.alloc(7)
      const body = Buffer.from([type, ...piece])
      head.writeUInt32LE(maskedCrc32c(body), 0)
      head.writeUInt16LE(piece.length, 4)
      head.writeUInt8(type, 6)
      put(Buffer.concat([head, piece]))
    } while (from < payload.length)
    ends.push(at)
  }
  return { log: Buffer.concat(parts), ends }
}

const payloads = fc.array(
  fc.integer({ min: 0, max: 50_000 }).map((length) => Buffer.alloc(length, length % 251)),
  { minLength: 1, maxLength: 6 },
)

describe('CRC-32C', () => {
  it('gives the values of RFC 3720, appendix B.4', () => {
    expect(crc32c(Buffer.alloc(32))).toBe(0x8a9136aa)
    expect(crc32c(Buffer.alloc(32, 0xff))).toBe(0x62a8ab43)
    expect(crc32c(Buffer.from(Array.from({ length: 32 }, (_, index) => index)))).toBe(0x46dd794e)
  })
})

describe('levelLogEnd', () => {
  it('leaves a whole log alone', () => {
    fc.assert(
      fc.property(payloads, (list) => {
        expect(levelLogEnd(writeLog(list).log)).toBeNull()
      }),
      { numRuns: 40 },
    )
  })

  it('cuts a log that was torn anywhere after its last whole record', () => {
    fc.assert(
      fc.property(payloads, fc.double({ min: 0, max: 1, noNaN: true }), (list, where) => {
        const { log, ends } = writeLog(list)
        const cut = Math.floor(log.length * where)
        const whole = ends.findLast((end) => end <= cut) ?? 0
        const end = levelLogEnd(log.subarray(0, cut)) ?? cut
        expect(end).toBeGreaterThanOrEqual(whole)
        // What may stay after the last whole record is the padding of a block, never a part of a record.
        expect(end - whole).toBeLessThan(7)
        expect(end === whole || block - (whole % block) < 7).toBe(true)
      }),
      { numRuns: 150 },
    )
  })

  it('cuts at garbage after a whole record, and leaves a log alone whose first record it cannot verify', () => {
    const { log, ends } = writeLog([Buffer.from('first'), Buffer.from('second')])
    expect(levelLogEnd(Buffer.concat([log, Buffer.alloc(200, 7)]))).toBe(ends[1])
    const foreign = Buffer.from(log)
    foreign[0] = (foreign[0] ?? 0) ^ 1
    expect(levelLogEnd(foreign)).toBeNull()
  })
})

describe('guardLogs', () => {
  it('copies a torn database aside, cuts its log, leaves the others alone and keeps three copies', async () => {
    const root = mkdtempSync(path.join(tmpdir(), 'skytally-logs-'))
    const databases = path.join(root, 'IndexedDB')
    const { log } = writeLog([Buffer.from('kept')])
    const torn = Buffer.concat([log, log.subarray(0, 9)])
    for (const [name, bytes] of [
      ['app_bundle_0.indexeddb.leveldb', torn],
      ['other.leveldb', log],
      ['app_bundle_0.indexeddb.blob', torn],
    ] as const) {
      mkdirSync(path.join(databases, name), { recursive: true })
      writeFileSync(path.join(databases, name, '000003.log'), bytes)
    }
    const damaged = path.join(databases, 'app_bundle_0.indexeddb.leveldb', '000003.log')
    for (const stamp of ['1', '2', '3', '4']) {
      writeFileSync(damaged, torn)
      expect(await guardLogs(databases, path.join(root, 'rescued'), stamp)).toEqual([{ log: damaged, removed: 9 }])
    }
    expect(readFileSync(damaged)).toEqual(log)
    expect(readdirSync(path.join(root, 'rescued'))).toEqual(['2', '3', '4'])
    expect(readdirSync(path.join(root, 'rescued', '4'))).toEqual(['app_bundle_0.indexeddb.leveldb'])
    expect(readFileSync(path.join(root, 'rescued', '4', 'app_bundle_0.indexeddb.leveldb', '000003.log'))).toEqual(torn)
    expect(await guardLogs(databases, path.join(root, 'rescued'), '5')).toEqual([])
    expect(await guardLogs(path.join(root, 'nowhere'), path.join(root, 'rescued'), '6')).toEqual([])
    rmSync(root, { recursive: true })
  })
})

describe('markRunning', () => {
  it('tells a start after a crash from a start after a good end', () => {
    const root = mkdtempSync(path.join(tmpdir(), 'skytally-marker-'))
    const file = path.join(root, 'running')
    const first = markRunning(file, 1)
    expect(first.lastRunWasCut).toBe(false)
    const second = markRunning(file, 2)
    expect(second.lastRunWasCut).toBe(true)
    second.clear()
    expect(markRunning(file, 3).lastRunWasCut).toBe(false)
    rmSync(root, { recursive: true })
  })
})
