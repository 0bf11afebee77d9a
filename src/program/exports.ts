import { exportCustomers, exportProducts } from '../customers/server/export.ts'
import type { Exporting } from '../imports/server/commands/export.ts'
import { exportPeople } from '../people/server/export.ts'
import type { Services } from '../platform/server/services.ts'
import { exportCounts, exportPrices } from '../sales/server/trade-files.ts'
import { exportOrderLines, exportOrders } from '../sales/server/export.ts'

/** Everything that can be handed out as a file, in the order in which it can come in again. */
const sources = [
  exportPeople,
  exportCustomers,
  exportProducts,
  exportOrders,
  exportOrderLines,
  exportPrices,
  exportCounts,
] as const

export function exportingOf({ db, now }: Pick<Services, 'db' | 'now'>): Exporting {
  return { db, now, sources: new Map(sources.map((source) => [source.rules.entity, source])) }
}
