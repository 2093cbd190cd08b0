/**
 * Whoever reads what is printed may stop reading, as `head` does: nothing has gone wrong then. The command goes on to its end, so that what it
 * writes elsewhere is whole and its exit code says what it always says. Other faults of the stream stay faults.
 */
export function allowClosedPipe(stream: NodeJS.EventEmitter): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}
