import {
  everyCustomerHasAnOwner,
  holdersEqualLedger,
  noLeaverHolds,
} from '../../ownership/server/queries/check.ts'
import { everyBatchIsSealed, seatsAreDense, sealsHold } from '../../ownership/server/queries/check-ledger.ts'
import { programActor } from '../../people/server/queries/actor.ts'
import type { Check } from '../../platform/server/database/check.ts'
import { feedIsDense, revisionsSayWhat } from '../../platform/server/database/check-feed.ts'
import { readAs } from '../../platform/server/database/transaction.ts'
import { ordersEqualLines, returnsWithinSales } from '../../sales/server/queries/check-orders.ts'
import type { Services } from '../../platform/server/services.ts'
import type { Command } from '../command.ts'
import { companiesAsked } from '../company.ts'
import { withServices } from '../beside-app.ts'

export const checks: readonly Check[] = [
  feedIsDense,
  revisionsSayWhat,
  sealsHold,
  everyBatchIsSealed,
  seatsAreDense,
  holdersEqualLedger,
  everyCustomerHasAnOwner,
  noLeaverHolds,
  ordersEqualLines,
  returnsWithinSales,
]

type Bad = { company: string; check: string; what: string }
export type Verified = { ok: boolean; checked: number; first_bad: Bad | null }

/** Looks at everything that must hold, in every company given; each company in one snapshot. */
export async function verifyCompanies(
  services: Services,
  companies: readonly { id: string; name: string }[],
): Promise<Verified> {
  let checked = 0
  let firstBad: Bad | null = null
  for (const company of companies) {
    await readAs(services.db, programActor(company.id), async (tx) => {
      for (const check of checks) {
        const found = await check.look(tx)
        checked += found.checked
        if (found.firstBad !== null)
          firstBad ??= { company: company.name, check: check.name, what: found.firstBad }
      }
    })
  }
  return { ok: firstBad === null, checked, first_bad: firstBad }
}

export const verify: Command = {
  name: 'verify',
  says: 'prove that the data is whole: projections, change feed, owners',
  usage: 'relevo verify [--company NAME] [--json]   exit code 1 when something is wrong',
  run: (args, io) =>
    withServices(io, async (services) => {
      const found = await verifyCompanies(services, await companiesAsked(services, args))
      const words =
        found.first_bad === null
          ? `Everything holds: ${found.checked} facts looked at.`
          : `Not whole: ${found.first_bad.check} in ${found.first_bad.company}, first ${found.first_bad.what}.`
      io.answer(found, words)
      return found.ok ? 0 : 1
    }),
}
