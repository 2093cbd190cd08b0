import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { errorCode } from '#electron/disk/disk.ts'
import { createJournal } from '#electron/journal/journal.ts'
import type { Journal } from '#electron/journal/journal.ts'
import type { JournalRecord } from '#shared/desktop.ts'
import { aftermaths, Crash, SimulatedDisk } from './simulatedDisk.ts'

/** One step of a session: some appends at once, or a checkpoint, which holds everything before it. */
type Step = number | 'checkpoint'

const folder = '/journal'
const workbook = 'w'
const usual: readonly Step[] = [1, 3, 'checkpoint', 2, 1, 'checkpoint', 'checkpoint', 4]
const record = (revision: number): JournalRecord => ({ workbook, revision, json: `${revision}`.repeat(30) })

/** Plays steps from a revision on; tells the highest acknowledged and the highest asked-for revision. */
async function play(
  journal: Journal,
  steps: readonly Step[],
  from: number,
): Promise<{ readonly acknowledged: number; readonly asked: number; readonly crashed: boolean }> {
  let asked = from
  let acknowledged = from
  const note = (revision: number) => () => {
    acknowledged = Math.max(acknowledged, revision)
  }
  for (const step of steps) {
    const acts =
      step === 'checkpoint'
        ? [journal.checkpoint(record(++asked)).then(note(asked))]
        : Array.from({ length: step }, () => journal.append(record(++asked)).then(note(asked)))
    const failed = (await Promise.allSettled(acts)).find((result) => result.status === 'rejected')
    if (failed && !(failed.reason instanceof Crash)) throw failed.reason
    if (failed) return { acknowledged, asked, crashed: true }
  }
  return { acknowledged, asked, crashed: false }
}

/** What is wrong with the records found: they must follow each other without a gap and reach at least what was acknowledged. */
function flaws(found: readonly JournalRecord[], acknowledged: number, asked: number, where: string): readonly string[] {
  const first = found[0]?.revision ?? 1
  const last = found.at(-1)?.revision ?? 0
  const isWhole = found.every((one, index) => isDeepStrictEqual(one, record(first + index)))
  return [
    ...(isWhole ? [] : [`${where}: not one after the other: ${found.map((one) => one.revision).join(', ')}`]),
    ...(last >= acknowledged ? [] : [`${where}: reaches ${last}, but ${acknowledged} was acknowledged`]),
    ...(last <= asked ? [] : [`${where}: reaches ${last}, but only ${asked} was asked for`]),
  ]
}

describe('journal after a crash', () => {
  it('holds every acknowledged record at every crash point and in every aftermath, also two starts later', async () => {
    let crashes = 0
    for (let act = 1; ; act++) {
      const disk = new SimulatedDisk()
      disk.stopAt(act)
      const first = await play(createJournal(disk, folder), usual, 0)
      for (const aftermath of aftermaths) {
        const where = `${aftermath} at act ${act} (${disk.log.at(-1)})`
        const second = disk.after(aftermath)
        const found = await createJournal(second, folder).read(workbook)
        expect(flaws(found, first.acknowledged, first.asked, where)).toEqual([])
        const reached = found.at(-1)?.revision ?? 0
        const next = await play(createJournal(second, folder), [2], reached)
        for (const later of aftermaths) {
          const kept = await createJournal(second.after(later), folder).read(workbook)
          expect(flaws(kept, next.acknowledged, next.asked, `${where}, then ${later}`)).toEqual([])
        }
      }
      if (!first.crashed) break
      crashes++
    }
    expect(crashes).toBeGreaterThan(20)
  })

  it('holds for any session, any crash points in two runs and any length of a torn tail', async () => {
    const steps = fc.array(fc.oneof(fc.integer({ min: 1, max: 4 }), fc.constant<Step>('checkpoint')), { minLength: 1, maxLength: 8 })
    const session = fc.tuple(
      steps,
      fc.integer({ min: 1, max: 60 }),
      fc.constantFrom(...aftermaths),
      fc.double({ min: 0, max: 1, noNaN: true }),
    )
    await fc.assert(
      fc.asyncProperty(session, session, async ([steps1, at1, after1, tear1], [steps2, at2, after2, tear2]) => {
        const disk = new SimulatedDisk()
        disk.stopAt(at1)
        const first = await play(createJournal(disk, folder), steps1, 0)
        const second = disk.after(after1, tear1)
        const found = await createJournal(second, folder).read(workbook)
        expect(flaws(found, first.acknowledged, first.asked, 'first run')).toEqual([])
        second.stopAt(at2)
        const next = await play(createJournal(second, folder), steps2, found.at(-1)?.revision ?? 0)
        const kept = await createJournal(second.after(after2, tear2), folder).read(workbook)
        expect(flaws(kept, next.acknowledged, next.asked, 'second run')).toEqual([])
      }),
      { numRuns: 400 },
    )
  })

  it.each(['ENOSPC', 'EIO'])(
    'after %s at any act, refuses that edit, takes it again, and never lets it stand torn before a later one',
    async (code) => {
      for (let act = 1; act <= 30; act++) {
        const disk = new SimulatedDisk()
        disk.failAt(act, code)
        const journal = createJournal(disk, folder)
        const refusals: string[] = []
        const again = async (attempt: () => Promise<void>): Promise<void> => {
          const failure: unknown = await attempt().then(
            () => null,
            (error: unknown) => error,
          )
          if (failure === null) return
          refusals.push(errorCode(failure))
          await attempt()
        }
        for (const revision of [1, 2, 3]) await again(() => journal.append(record(revision)))
        await again(() => journal.checkpoint(record(4)))
        for (const revision of [5, 6]) await again(() => journal.append(record(revision)))
        for (const aftermath of aftermaths) {
          const found = await createJournal(disk.after(aftermath), folder).read(workbook)
          expect(flaws(found, 6, 6, `${code} at act ${act}, ${aftermath}`)).toEqual([])
        }
        expect(refusals.filter((one) => one !== code)).toEqual([])
        if (refusals.length === 0 && disk.acts < act) return
      }
      throw new Error('the session was expected to take fewer acts')
    },
  )
})
