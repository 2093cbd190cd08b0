import { budgetCommands } from './budgets.ts'
import { setCells } from './cells.ts'
import { componentCommands } from './components.ts'
import { addDesigns } from './designs.ts'
import { driverCommands } from './drivers.ts'
import { environmentCommands } from './environments.ts'
import { groupCommands } from './groups.ts'
import { growthCommands } from './growth.ts'
import { planCommands } from './plan.ts'
import { insertAbove } from './insert-above.ts'
import { pasteRows } from './paste-rows.ts'
import { planScenarioCommands } from './plan-scenario.ts'
import { priceCommands } from './prices.ts'
import { purchaseCommands } from './purchase.ts'
import { scheduleCommands } from './schedules.ts'
import { scenarioCommands } from './scenarios.ts'
import { settingsCommands } from './settings.ts'
import { snapshotCommands } from './snapshots.ts'
import type { CommandInfo } from './types.ts'
import { windowCommands } from './window.ts'

/**
 * Everything a person can do, once: the native and the in-app menu, the toolbar, shortcuts, context menus, the command
 * palette and the tests are views of this list.
 */
export const commandInfos: readonly CommandInfo[] = [
  ...windowCommands,
  ...[
    setCells,
    ...groupCommands,
    ...componentCommands,
    insertAbove,
    pasteRows,
    ...driverCommands,
    ...budgetCommands,
    ...scheduleCommands,
    ...environmentCommands,
    ...growthCommands,
    ...planCommands,
    ...priceCommands,
    ...purchaseCommands,
    ...planScenarioCommands,
    ...scenarioCommands,
    addDesigns,
    ...snapshotCommands,
    ...settingsCommands,
  ].map(infoOf),
]

function infoOf({ id, label, keywords, shortcut, alsoShortcuts, menu, scope, fieldsFirst }: CommandInfo): CommandInfo {
  return {
    id,
    label,
    keywords,
    ...(shortcut === undefined ? {} : { shortcut }),
    ...(alsoShortcuts === undefined ? {} : { alsoShortcuts }),
    ...(menu === undefined ? {} : { menu }),
    ...(scope === undefined ? {} : { scope }),
    ...(fieldsFirst === undefined ? {} : { fieldsFirst }),
  }
}
