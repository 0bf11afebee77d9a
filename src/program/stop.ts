/** Settles at the first Ctrl-C or SIGTERM. A second Ctrl-C ends the program at once, without finishing anything. */
export function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGTERM', () => resolve())
    process.once('SIGINT', () => {
      resolve()
      process.once('SIGINT', () => process.exit(130))
    })
  })
}
