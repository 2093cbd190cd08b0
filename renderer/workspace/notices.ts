import type { Refusal } from '#shared/commands/types.ts'
import { workspace } from './store.ts'
import type { Notice } from './types.ts'

/** More than this many sentences at once help nobody; the oldest go first, faults last. */
const mostNotices = 2

export function notify(notice: Notice): void {
  const { notices } = workspace.getState()
  const others = notices.filter((other) => other.message !== notice.message)
  workspace.setState({ notices: fewest([...others, notice]) })
}

function fewest(notices: readonly Notice[]): readonly Notice[] {
  if (notices.length <= mostNotices) return notices
  const least = notices.slice(0, -1).find((notice) => notice.kind !== 'fault') ?? notices[0]
  return fewest(notices.filter((notice) => notice !== least))
}

export function notifyRefusal(refusal: Refusal): void {
  notify({ kind: 'refusal', message: refusal.message, fix: refusal.fix })
}

/** A refusal that is said beside the field it is about needs no second saying. */
export function withdrawRefusal({ message }: Pick<Refusal, 'message'>): void {
  const { notices } = workspace.getState()
  const others = notices.filter((notice) => notice.kind !== 'refusal' || notice.message !== message)
  if (others.length < notices.length) workspace.setState({ notices: others })
}

export function dismiss(notice: Notice): void {
  workspace.setState({ notices: workspace.getState().notices.filter((other) => other !== notice) })
}
