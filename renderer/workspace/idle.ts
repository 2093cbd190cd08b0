/** Milliseconds a browser without idle moments gets to draw and answer in between. */
const shortWait = 6

/** Does the work when nothing else is to do. Safari knows no idle moments; a short wait stands for one. */
export function whenIdle(work: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work)
  else setTimeout(work, shortWait)
}
