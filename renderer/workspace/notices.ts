import type { Refusal } from '#shared/commands/types.ts'
import { workspace } from './store.ts'
import type { Notice } from './types.ts'

/** More than this many sentences at once help nobody; the oldest go first. */
const mostNotices = 4

export function notify(notice: Notice): void {
  const { notices } = workspace.getState()
  const others = notices.filter((other) => other.message !== notice.message)
  workspace.setState({ notices: [...others, notice].slice(-mostNotices) })
}

export function notifyRefusal(refusal: Refusal): void {
  notify({ kind: 'refusal', message: refusal.message, fix: refusal.fix })
}

export function dismiss(notice: Notice): void {
  workspace.setState({ notices: workspace.getState().notices.filter((other) => other !== notice) })
}
