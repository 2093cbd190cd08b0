const headingPrefix = 'group:'

/** The place a group's heading has in a selection; component ids never begin this way. */
export function headingId(group: string): string {
  return headingPrefix + group
}

const droppedPrefix = 'dropped:'

/** The place of a row that the shown scenario does without, while such rows are shown. */
export function droppedId(row: string): string {
  return droppedPrefix + row
}

/** The dropped row that stands at a place, or null. */
export function droppedRow(row: string): string | null {
  return row.startsWith(droppedPrefix) ? row.slice(droppedPrefix.length) : null
}

/** The group whose heading stands at a place, or null. */
export function headingGroup(row: string): string | null {
  return row.startsWith(headingPrefix) ? row.slice(headingPrefix.length) : null
}
