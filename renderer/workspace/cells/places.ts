const headingPrefix = 'group:'

/** The place a group's heading has in a selection; component ids never begin this way. */
export function headingId(group: string): string {
  return headingPrefix + group
}

/** The group whose heading stands at a place, or null. */
export function headingGroup(row: string): string | null {
  return row.startsWith(headingPrefix) ? row.slice(headingPrefix.length) : null
}
