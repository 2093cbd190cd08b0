/** Milliseconds a browser without idle moments gets to draw and answer in between. */
const shortWait = 6

/** Milliseconds after which the work is done even if no moment was idle: a page that draws nothing may never say that it is. */
const longWait = 200

/** Does the work when nothing else is to do. Safari knows no idle moments; a short wait stands for one. */
export function whenIdle(work: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work, { timeout: longWait })
  else setTimeout(work, shortWait)
}
