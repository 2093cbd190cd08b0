// `npm test`: types, lint and format, then every test; closes with the two runners' counts and one line for both.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { e2e } from './e2e.mjs'
import { root } from './run.mjs'

const reports = path.join(root, '.cache/reports')
const unitReport = path.join(reports, 'vitest.json')
const browserReport = path.join(reports, 'playwright.json')
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })

const checks = ['types', 'lint', 'format:check'].map((name) => ({ name, ok: run('npm', ['run', '--silent', name]) }))
run(process.execPath, [
  path.join(root, 'node_modules/vitest/vitest.mjs'),
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${unitReport}`,
])
const browserFault = await browserTests()

const unit = vitestCounts()
const browser = playwrightCounts()
for (const check of checks) console.log(`${check.name.padEnd(14)}${check.ok ? 'passed' : 'FAILED'}`)
console.log(`Vitest        ${unit.passed} passed, ${unit.failed} failed`)
console.log(`Playwright    ${browser.passed} passed, ${browser.failed} failed, ${browser.skipped} skipped`)
if (browserFault !== null) console.log(browserFault)
const brokenChecks = checks.filter((check) => !check.ok).length
const failed = unit.failed + browser.failed + brokenChecks + (browserFault === null ? 0 : 1)
console.log(`${unit.passed + browser.passed + checks.length - brokenChecks} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1

function run(command, args) {
  return spawnSync(command, args, { stdio: 'inherit', cwd: root, shell: process.platform === 'win32' }).status === 0
}

/** The sentence that says why the browser tests could not run at all, or null. */
async function browserTests() {
  try {
    await e2e(['--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport })
    return null
  } catch (error) {
    return error.message
  }
}

/** A runner that left no report counts as one failure. */
function vitestCounts() {
  const report = read(unitReport)
  if (report === null) return { passed: 0, failed: 1 }
  const brokenFiles = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length
  return { passed: report.numPassedTests, failed: report.numFailedTests + brokenFiles }
}

function playwrightCounts() {
  const report = read(browserReport)
  if (report === null) return { passed: 0, failed: 1, skipped: 0 }
  const { expected, unexpected, flaky, skipped } = report.stats
  return { passed: expected, failed: unexpected + flaky + report.errors.length, skipped }
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}
