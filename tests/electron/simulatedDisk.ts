import { dirname } from 'node:path'
import type { Disk, Look, WritableFile } from '#electron/disk/disk.ts'

/** Contents as the running system sees them, and as they would be after a power cut. */
type Inode = { live: Uint8Array; durable: Uint8Array; readonly mode: number }
type Names = Map<string, Inode>

/** What a crash leaves: everything written (kill), only what was synced (power cut, with old or new names), or a torn tail. */
export const aftermaths = ['kill', 'power cut', 'power cut, names kept', 'torn tail'] as const
export type Aftermath = (typeof aftermaths)[number]

/** Thrown by every act from the crash on. */
export class Crash extends Error {}

/**
 * A disk in memory that counts its changing acts and stops, or fails, at the k-th. A write at the crash is half done.
 * `failWith` makes the k-th act fail once with that code and lets the program go on.
 */
export class SimulatedDisk implements Disk {
  #live: Names
  #durable: Names
  #acts = 0
  #stopAt = Number.POSITIVE_INFINITY
  #failWith: string | null = null
  /** Names of the acts so far, for messages. */
  readonly log: string[] = []

  constructor(names: Names = new Map()) {
    this.#live = new Map(names)
    this.#durable = new Map(names)
  }

  get acts(): number {
    return this.#acts
  }

  stopAt(act: number): void {
    this.#stopAt = this.#acts + act
  }

  failAt(act: number, code: string): void {
    this.#stopAt = this.#acts + act
    this.#failWith = code
  }

  /** Puts a file there, durably, without counting. */
  put(path: string, bytes: Uint8Array, mode = 0o644): void {
    const inode = { live: bytes, durable: bytes, mode }
    this.#live.set(path, inode)
    this.#durable.set(path, inode)
  }

  bytes(path: string): Uint8Array | null {
    return this.#live.get(path)?.live ?? null
  }

  names(): readonly string[] {
    return [...this.#live.keys()].toSorted()
  }

  modeOf(path: string): number | null {
    return this.#live.get(path)?.mode ?? null
  }

  /** The disk that the next start finds. `tear` is how much of an unsynced tail survives, from 0 to 1. */
  after(aftermath: Aftermath, tear = 0.5): SimulatedDisk {
    const names = aftermath === 'power cut' ? this.#durable : this.#live
    const found: Names = new Map()
    for (const [path, inode] of names) {
      const bytes = contentAfter(inode, aftermath, tear)
      found.set(path, { live: bytes, durable: bytes, mode: inode.mode })
    }
    return new SimulatedDisk(found)
  }

  async look(path: string): Promise<Look> {
    const inode = this.#live.get(path)
    if (!inode) return { kind: 'missing', path }
    return { kind: 'file', path, size: inode.live.length, modified: 0, mode: inode.mode }
  }

  async read(path: string): Promise<Uint8Array> {
    return this.#inode(path).live
  }

  async list(folder: string): Promise<readonly string[]> {
    return [...this.#live.keys()].filter((path) => dirname(path) === folder).map((path) => path.slice(folder.length + 1))
  }

  async makeFolder(): Promise<void> {}

  async create(path: string, mode: number): Promise<WritableFile> {
    this.#act(`create ${path}`)
    if (this.#live.has(path)) throw coded('EEXIST', path)
    const inode: Inode = { live: new Uint8Array(), durable: new Uint8Array(), mode }
    this.#live.set(path, inode)
    return this.#writable(inode, path)
  }

  async append(path: string): Promise<WritableFile> {
    return this.#writable(this.#inode(path), path)
  }

  async rename(from: string, to: string): Promise<void> {
    this.#act(`rename ${from} ${to}`)
    this.#live.set(to, this.#inode(from))
    this.#live.delete(from)
  }

  async remove(path: string): Promise<void> {
    this.#act(`remove ${path}`)
    this.#inode(path)
    this.#live.delete(path)
  }

  async syncFolder(folder: string): Promise<void> {
    this.#act(`sync folder ${folder}`)
    for (const path of this.#durable.keys()) if (dirname(path) === folder && !this.#live.has(path)) this.#durable.delete(path)
    for (const [path, inode] of this.#live) if (dirname(path) === folder) this.#durable.set(path, inode)
  }

  #inode(path: string): Inode {
    const inode = this.#live.get(path)
    if (!inode) throw coded('ENOENT', path)
    return inode
  }

  /** Counts one act; at the chosen one it does `half` and stops. */
  #act(name: string, half: () => void = () => undefined): void {
    this.#acts++
    this.log.push(name)
    if (this.#acts < this.#stopAt) return
    if (this.#failWith === null) {
      if (this.#acts === this.#stopAt) half()
      throw new Crash(`stopped at act ${this.#acts}: ${name}`)
    }
    if (this.#acts > this.#stopAt) return
    half()
    throw coded(this.#failWith, name)
  }

  #writable(inode: Inode, path: string): WritableFile {
    const sync = async (): Promise<void> => {
      this.#act(`sync ${path}`)
      inode.durable = inode.live
    }
    return {
      write: async (bytes) => {
        const before = inode.live
        this.#act(`write ${path}`, () => {
          inode.live = Buffer.concat([before, bytes.subarray(0, Math.floor(bytes.length / 2))])
        })
        inode.live = Buffer.concat([before, bytes])
      },
      sync,
      syncData: sync,
      truncate: async (length) => {
        this.#act(`truncate ${path}`)
        inode.live = inode.live.slice(0, length)
      },
      close: async () => undefined,
    }
  }
}

function contentAfter(inode: Inode, aftermath: Aftermath, tear: number): Uint8Array {
  if (aftermath === 'kill') return inode.live
  if (aftermath !== 'torn tail') return inode.durable
  const extra = inode.live.length - inode.durable.length
  return extra <= 0 ? inode.durable : inode.live.slice(0, inode.durable.length + Math.floor(extra * tear))
}

function coded(code: string, what: string): Error {
  return Object.assign(new Error(`${code}: ${what}`), { code })
}
