import { expect, test } from '@playwright/test'
import { launch, newProfile, openSite, type Site } from './browser.ts'

const ROUNDS = 20

let site: Site
test.beforeAll(async () => {
  site = await openSite('kill')
})
test.afterAll(() => site.close())

test('a browser killed during edits loses nothing that was acknowledged, seen one and two starts later', async () => {
  test.setTimeout(300_000)
  const profile = newProfile()
  const acknowledged: number[] = []
  const reports: string[] = []
  try {
    // The rounds, then two more starts, so that the last round too is looked at one and two starts later.
    for (let round = 0; round < ROUNDS + 2; round++) {
      const running = await launch(profile.folder, site.address)
      const { report, list } = await running.page.evaluate(() => kept.start())
      reports.push(report.kind)
      expect(report.kind, `start ${round}`).not.toBe('lost')
      if (round === 0) await running.page.evaluate(() => kept.create('w'))
      else {
        expect(
          list.map((one) => one.id),
          `start ${round}`,
        ).toEqual(['w'])
        const { value, rows } = await running.page.evaluate(() => kept.open('w'))
        expect(rows).toBe(100)
        expect(value, `start ${round}, acknowledged in the rounds before: ${acknowledged.slice(-2).join(', ')}`).toBeGreaterThanOrEqual(
          acknowledged.at(-1) ?? 0,
        )
      }
      if (round < ROUNDS) {
        const before = site.acknowledged()
        // The page dies in the middle of this.
        void running.page.evaluate(() => kept.pump()).catch(() => undefined)
        await expect.poll(() => site.acknowledged(), { intervals: [10] }).toBeGreaterThan(before)
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 500))
      }
      await running.kill()
      if (round < ROUNDS) acknowledged.push(site.acknowledged())
    }
  } finally {
    profile.remove()
  }
  expect(acknowledged).toHaveLength(ROUNDS)
  console.log(`acknowledged ${acknowledged.at(-1)} edits in ${ROUNDS} rounds; starts: ${reports.join(' ')}`)
})
