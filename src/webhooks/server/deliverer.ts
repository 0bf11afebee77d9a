import type { Services } from '../../platform/server/services.ts'
import { deliverDue } from './commands/deliver.ts'

export type Deliverer = { readonly stop: () => Promise<void> }

/** A timer of Node can't wait longer. */
const longestWaitMs = 2 ** 31 - 1

/**
 * Delivers soon after each commit and when a retry is due, company by company. What it misses (a lost poke, a crash) the
 * job finds within a minute: the state is in the database, here is only the hurry.
 */
export function startDelivering(services: Services): Deliverer {
  const { live, log, now } = services
  const ending = new AbortController()
  const timers = new Map<string, NodeJS.Timeout>()
  const running = new Map<string, Promise<void>>()
  const again = new Set<string>()

  async function run(organizationId: string): Promise<void> {
    clearTimeout(timers.get(organizationId))
    timers.delete(organizationId)
    try {
      const next = await deliverDue(services, organizationId, ending.signal)
      if (next === null || ending.signal.aborted) return
      const wait = Math.min(longestWaitMs, Math.max(250, next.getTime() - now().getTime()))
      timers.set(
        organizationId,
        setTimeout(() => begin(organizationId), wait),
      )
    } catch (error) {
      log.warn(
        { err: { message: error instanceof Error ? error.message : String(error) } },
        'deliveries stumbled',
      )
    }
  }
  function begin(organizationId: string): void {
    if (ending.signal.aborted) return
    // What was written while it ran may not have been seen.
    if (running.has(organizationId)) return void again.add(organizationId)
    const work = run(organizationId).finally(() => {
      running.delete(organizationId)
      if (again.delete(organizationId)) begin(organizationId)
    })
    running.set(organizationId, work)
  }
  const leave = live.listen((organizationId, span) => {
    if (span !== null) begin(organizationId)
  })
  return {
    stop: async () => {
      ending.abort()
      leave()
      for (const timer of timers.values()) clearTimeout(timer)
      await Promise.all(running.values())
    },
  }
}
