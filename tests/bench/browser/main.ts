import type { BrowserContext } from 'playwright'
import type { Ratio } from './print.ts'
import { benchScroll } from './scroll.ts'
import { inBrowser, openSite, type Site } from './site.ts'
import { benchStart } from './start.ts'
import { benchStorage } from './storage.ts'

/** Around the engine, in a browser: each of ours beside its bare counterpart in one run. Arguments: which of them; none: all. */
const parts: Readonly<Record<string, (context: BrowserContext, site: Site) => Promise<readonly Ratio[]>>> = {
  storage: benchStorage,
  scroll: benchScroll,
  start: benchStart,
}

const asked = process.argv.slice(2)
const site = await openSite()
const ratios: Ratio[] = []
try {
  for (const [name, bench] of Object.entries(parts)) {
    if (asked.length > 0 && !asked.includes(name)) continue
    console.log(`\n${name}`)
    await inBrowser(async (context) => void ratios.push(...(await bench(context, site))))
  }
} finally {
  site.close()
}
const missed = ratios.filter(({ bar, reached }) => reached > bar).map(({ name }) => name)
console.log(missed.length === 0 ? '\nEvery bar is met.' : `\nNot met: ${missed.join(' · ')}`)
