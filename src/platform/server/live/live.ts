import type { Logger } from 'pino'
import { pokesFrom } from './pokes.ts'

/** From which to which revision a company moved on; null when pokes may have been missed. */
export type Span = { readonly from: number; readonly to: number } | null
type Hear = (organizationId: string, span: Span) => void

/** News of commits on any node, for what is shown at once. A hint only: whoever hears asks again, and asks now and then anyway. */
export type Live = {
  /** Hears of every company, of each at most every quarter of a second. Answers how to stop hearing. */
  readonly listen: (hear: Hear) => () => void
  /** Told when the program stops, so that what is kept open for news doesn't keep it. */
  readonly stopping: AbortSignal
  readonly stop: () => Promise<void>
}

const calmMs = 250

/** Opens no connection before somebody listens. */
export function openLive(databaseUrl: string, log: Logger): Live {
  const listeners = new Set<Hear>()
  const spans = new Map<string, { from: number; to: number }>()
  const ending = new AbortController()
  let pokes: ReturnType<typeof pokesFrom> | null = null
  let calm: NodeJS.Timeout | null = null

  const hand = () => {
    calm = null
    const news = [...spans]
    spans.clear()
    for (const [organizationId, span] of news) for (const hear of listeners) hear(organizationId, span)
  }
  const heard = (organizationId: string, revision: number) => {
    const known = spans.get(organizationId)
    spans.set(organizationId, {
      from: Math.min(known?.from ?? revision, revision),
      to: Math.max(known?.to ?? revision, revision),
    })
    calm ??= setTimeout(hand, calmMs)
  }
  const missed = () => {
    for (const hear of listeners) hear('', null)
  }
  return {
    listen: (hear) => {
      listeners.add(hear)
      if (!ending.signal.aborted) pokes ??= pokesFrom(databaseUrl, { heard, missed, log })
      return () => void listeners.delete(hear)
    },
    stopping: ending.signal,
    stop: async () => {
      ending.abort()
      if (calm !== null) clearTimeout(calm)
      await pokes?.stop()
    },
  }
}
