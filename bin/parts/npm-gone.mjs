import { readFileSync } from 'node:fs'

/**
 * Calls back once when npm, which started this script through a shell, is no more: who kills `npm start` means the
 * server, but a kill of npm reaches neither the shell (kill -9) nor us. Does nothing when no npm started us.
 */
export function whenNpmIsGone(callBack) {
  if (process.env.npm_lifecycle_event === undefined) return
  const before = ancestors()
  const watch = setInterval(() => {
    if (ancestors() === before) return
    clearInterval(watch)
    callBack()
  }, 200)
  watch.unref()
}

/** Our parent and, on Linux, its parent: "1234 1233". An orphan gets another one. */
function ancestors() {
  const parent = process.ppid
  try {
    return `${parent} ${
      readFileSync(`/proc/${parent}/stat`, 'utf8')
        .replace(/^.*\) \S /s, '')
        .split(' ')[0]
    }`
  } catch {
    return `${parent}`
  }
}
