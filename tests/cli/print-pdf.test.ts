import { chmodSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { CommandFault } from '#pricing/cli/fault.ts'
import { printPdf } from '#pricing/cli/print-pdf.ts'
import { folder } from './skytally.ts'

/** A stand-in for a browser that prints, which is a shell script: it prints what stands in its last lines. */
function standin(name: string, ...lines: readonly string[]): void {
  const file = path.join(folder, name)
  writeFileSync(
    file,
    ['#!/bin/sh', 'for one in "$@"; do case "$one" in --print-to-pdf=*) to="${one#*=}";; esac; done', ...lines].join('\n'),
  )
  chmodSync(file, 0o755)
  vi.stubEnv('SKYTALLY_CHROMIUM', file)
}

afterEach(() => vi.unstubAllEnvs())

describe.skipIf(process.platform === 'win32')('a PDF that takes its time', () => {
  it('is told of while it goes on, and no more when it is done', async () => {
    standin('slow', 'sleep 0.5', 'printf %%PDF > "$to"')
    const said: string[] = []
    const pdf = await printPdf('<p>', (line) => said.push(line), { patience: 60_000, every: 50 })
    expect(new TextDecoder().decode(pdf)).toBe('%PDF')
    expect(said.length).toBeGreaterThan(0)
    expect(said[0]).toMatch(/^Printing the PDF: \d+ s so far, 60 s at most\.$/)
    const heard = said.length
    await new Promise((resolve) => {
      setTimeout(resolve, 150)
    })
    expect(said).toHaveLength(heard)
  })

  it('is given up after its time with what to do, and no sooner', async () => {
    standin('stuck', 'exec sleep 30')
    const fault = await printPdf('<p>', () => undefined, { patience: 200, every: 10_000 }).catch((error: unknown) => error)
    expect(fault).toBeInstanceOf(CommandFault)
    expect(fault).toMatchObject({
      exitCode: 2,
      message: expect.stringMatching(/did not print the PDF within 0\.2 s\. Export one scenario/),
    })
  })

  it('tells a browser that fails from one that is slow', async () => {
    standin('broken', 'echo no display >&2', 'exit 3')
    await expect(printPdf('<p>', () => undefined)).rejects.toThrow('could not print the PDF')
    standin('idle', 'exit 0')
    await expect(printPdf('<p>', () => undefined)).rejects.toThrow('printed no PDF')
  })
})
