import { setTimeout as pause } from 'node:timers/promises'
import { isOutage, stepImport } from './commands/work.ts'
import type { Importing } from './importing.ts'
import { waitingImports } from './queries/import.ts'

export type Worker = { readonly stop: () => Promise<void> }

/**
 * Goes on with every import that has work, until stopped. It keeps no state of its own: each step takes the import for one
 * transaction, so any number of these may run on any number of nodes, and one that is killed leaves nothing to clean up.
 * `idleMs`: how often it looks when there was nothing to do.
 */
export function startWorker(importing: Importing, idleMs = 1000): Worker {
  const stopping = new AbortController()
  const idle = (ms: number) => pause(ms, undefined, { signal: stopping.signal }).catch(() => undefined)
  const loop = async () => {
    while (!stopping.signal.aborted) {
      try {
        const worked = await workOnce(importing, stopping.signal)
        if (!worked) await idle(idleMs)
      } catch (error) {
        if (!isOutage(error))
          importing.log.error(
            { err: { message: error instanceof Error ? error.message : String(error) } },
            'the import worker stumbled',
          )
        await idle(idleMs)
      }
    }
  }
  const running = loop()
  return {
    stop: async () => {
      stopping.abort()
      await running
    },
  }
}

/** One step of each import that waits; true when any of them got on. */
async function workOnce(importing: Importing, signal: AbortSignal): Promise<boolean> {
  let worked = false
  for (const { organizationId, importId } of await waitingImports(importing.db)) {
    if (signal.aborted) return worked
    const step = await stepImport(importing, organizationId, importId)
    worked = step || worked
  }
  return worked
}
