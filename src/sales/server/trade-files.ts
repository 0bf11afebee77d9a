import type { ExportSource, ServerTarget } from '../../imports/server/target.ts'
import { pricesTarget, stockCountsTarget } from '../trade-targets.ts'
import { listCountIds, listPriceIds, spellCounts, spellPrices } from './queries/export.ts'
import * as counts from './queries/import-counts.ts'
import * as prices from './queries/import-prices.ts'

/** Prices of lists that are there. */
export const importPrices: ServerTarget = {
  rules: pricesTarget,
  resolve: prices.resolvePrices,
  find: prices.findPrices,
  load: prices.loadPrices,
  write: prices.writePrices,
  remove: prices.removePrices,
}
/** What was counted at outlets. */
export const importCounts: ServerTarget = {
  rules: stockCountsTarget,
  resolve: counts.resolveCounts,
  find: counts.findCounts,
  load: counts.loadCounts,
  write: counts.writeCounts,
  remove: counts.withdrawCounts,
}
export const exportPrices: ExportSource = {
  rules: pricesTarget,
  permission: 'customers.export',
  list: listPriceIds,
  load: prices.loadPrices,
  spell: spellPrices,
}
export const exportCounts: ExportSource = {
  rules: stockCountsTarget,
  permission: 'customers.export',
  list: listCountIds,
  load: counts.loadCounts,
  spell: spellCounts,
}
