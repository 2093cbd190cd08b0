import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Papa from 'papaparse'

const places = [
  '/usr/bin/soffice',
  '/usr/bin/libreoffice',
  '/opt/libreoffice/program/soffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
]

/** LibreOffice where it is installed. */
export const office = places.find((place) => existsSync(place)) ?? null

/** Why the tests that ask LibreOffice are skipped. */
export const withoutOffice = 'LibreOffice is not installed: apt-get install libreoffice-calc-nogui'

// LibreOffice trusts the values in a file unless it is told to recalculate.
const settings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`

/** Every sheet as comma-separated text, numbers as they are stored. */
const everySheet = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1'

/** Sheets of one file by name, as lines of texts. */
export type Opened = ReadonlyMap<string, readonly (readonly string[])[]>

/** Opens files in LibreOffice, recalculates them, and answers what it then has. One process for up to 200 of them. */
export function recalculated(files: ReadonlyMap<string, Uint8Array>, sheets: readonly string[]): Map<string, Opened> {
  return inOffice(files, everySheet, (folder, name) => {
    const base = name.replace(/\.\w+$/, '')
    return new Map(
      sheets.flatMap((sheet) => {
        const file = path.join(folder, `${base}-${sheet}.csv`)
        return existsSync(file) ? [[sheet, Papa.parse<string[]>(readFileSync(file, 'utf8'), { delimiter: ',' }).data] as const] : []
      }),
    )
  })
}

/** What LibreOffice makes of each file in another format, as text. */
export function converted(files: ReadonlyMap<string, Uint8Array>, format: string): Map<string, string> {
  return inOffice(files, format, (folder, name) =>
    readFileSync(path.join(folder, name.replace(/\.\w+$/, `.${format.split(':')[0]}`)), 'utf8'),
  )
}

function inOffice<T>(files: ReadonlyMap<string, Uint8Array>, format: string, read: (folder: string, name: string) => T): Map<string, T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'skytally-office-'))
  try {
    mkdirSync(path.join(folder, 'profile/user'), { recursive: true })
    writeFileSync(path.join(folder, 'profile/user/registrymodifications.xcu'), settings)
    for (const [name, bytes] of files) writeFileSync(path.join(folder, name), bytes)
    const out = path.join(folder, 'out')
    const paths = Array.from(files.keys(), (name) => path.join(folder, name))
    for (let from = 0; from < paths.length; from += mostAtOnce) convert(folder, format, out, paths.slice(from, from + mostAtOnce))
    return new Map(Array.from(files.keys(), (name) => [name, read(out, name)]))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** LibreOffice leaves out, without a word, what comes after some 250 files. */
const mostAtOnce = 200

function convert(folder: string, format: string, out: string, paths: readonly string[]): void {
  const profile = `-env:UserInstallation=file://${folder}/profile`
  const run = spawnSync(office ?? '', [profile, '--headless', '--convert-to', format, '--outdir', out, ...paths], {
    encoding: 'utf8',
    timeout: 500_000,
  })
  if (run.status !== 0) throw new Error(`LibreOffice failed: ${run.stderr}`)
}
