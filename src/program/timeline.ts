import { complaintTimeline } from '../service/server/queries/facts.ts'
import { moneyTimeline } from '../sales/server/queries/money-timeline.ts'
import { orderTimeline } from '../sales/server/queries/timeline.ts'
import type { TimelineSource } from '../customers/server/queries/timeline-source.ts'
import { promiseTimeline, visitTimeline } from '../visits/server/queries/timeline.ts'

/** What later features tell on a customer's timeline; one line each. */
export const timelineSources: readonly TimelineSource[] = [
  visitTimeline,
  promiseTimeline,
  ...moneyTimeline,
  complaintTimeline,
  orderTimeline,
]
