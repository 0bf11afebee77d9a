import { type RegisterFacts, registerFacts } from '../../../customers/server/queries/company.ts'
import { rescore } from '../../../customers/server/queries/completeness.ts'
import { tell } from '../../../notices/server/commands/tell.ts'
import { lacks } from '../../../people/permissions.ts'
import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Changes } from '../../../platform/server/database/changes.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { oneAtATime } from '../../../platform/server/database/one-at-a-time.ts'
import { commandAs, readAs } from '../../../platform/server/database/transaction.ts'
import type { Services } from '../../../platform/server/services.ts'
import { newId } from '../../../platform/server/uuid.ts'
import { addDays, addMonths } from '../../../values/calendar.ts'
import type { Currency } from '../../../values/currency.ts'
import type { Day } from '../../../values/day.ts'
import { type Refusal, isRefusal, refuse } from '../../../values/refusal.ts'
import { mostCustomers } from '../../../webhooks/event-types.ts'
import { emit } from '../../../webhooks/server/commands/emit.ts'
import type { TierRules } from '../../tier-rules.ts'
import type { SoldSpan } from '../queries/sold.ts'
import { type TierLook, type Unrated, lookAtTiers, unratedSales } from '../queries/tiers.ts'
import { tierRules } from '../queries/tier-rules.ts'
import { applyTiers, insertTierRun, sealTierRun } from '../queries/tier-runs.ts'
import { ownersOfMoves } from '../queries/tier-told.ts'

type Asked = {
  readonly asOf?: Day | undefined
  readonly rules?: TierRules | undefined
  readonly most?: number
}
export type TierPreview = TierLook & {
  asOf: Day
  from: Day
  currency: string
  rules: TierRules
  unrated: Unrated[]
}
export type TierRunDone = { id: string; asOf: Day; customers: number; moved: number }

/** What a computation would do today, or would have done on an earlier day, by the rules given or those kept. */
export async function previewTiers(
  services: Services,
  actor: Actor,
  asked: Asked = {},
): Promise<TierPreview | Refusal> {
  const no = lacks(actor, 'tiers.compute')
  if (no !== null) return no
  return await readAs(services.db, actor, async (tx) => {
    const facts = await registerFacts(tx, actor, services.now)
    return await look(tx, facts, asked)
  })
}

/**
 * Gives every customer its tier (rule 1.8) as one act that can be taken back. With the digest of a preview it is refused
 * when what it would do has changed since; always when sales can't be counted for want of a rate.
 */
export async function computeTiers(
  services: Services,
  actor: Actor,
  asked: { readonly asOf?: Day | undefined; readonly digest?: string | undefined } = {},
): Promise<TierRunDone | Refusal> {
  const no = lacks(actor, 'tiers.compute')
  if (no !== null) return no
  return await commandAs(services.db, actor, 'compute-tiers', async (tx, changes) => {
    await oneAtATime(tx, actor, 'compute-tiers')
    const facts = await registerFacts(tx, actor, services.now)
    const preview = await look(tx, facts, { asOf: asked.asOf, most: 0 })
    if (isRefusal(preview)) return preview
    if (asked.digest !== undefined && asked.digest !== preview.digest) return refuse('changed-since')
    const [unrated] = preview.unrated
    if (unrated !== undefined)
      return refuse('no-rate', { facts: { currency: unrated.currency, day: unrated.from } })
    return await apply(tx, changes, facts, preview)
  })
}

async function look(tx: Tx, facts: RegisterFacts, asked: Asked): Promise<TierPreview | Refusal> {
  const { today, currency } = facts
  const asOf = asked.asOf ?? today
  if (asOf > today) return refuse('tiers-in-the-future', { facts: { day: today } })
  const rules = asked.rules ?? (await tierRules(tx)).rules
  const span = spanOf(rules, asOf, currency)
  const found = await lookAtTiers(tx, rules, span, asked.most ?? 100)
  const unrated = await unratedSales(tx, span)
  if (found.salesMinor === '0' && unrated.length === 0)
    return refuse('no-sales', { facts: { from: span.from, to: span.to } })
  return { ...found, asOf, from: span.from, currency, rules, unrated }
}

/** The months that end with the day. */
function spanOf({ months }: TierRules, asOf: Day, currency: string): SoldSpan {
  return { from: addDays(addMonths(asOf, -months), 1), to: asOf, currency: currency as Currency }
}

async function apply(
  tx: Tx,
  changes: Changes,
  facts: RegisterFacts,
  { rules, asOf, currency, digest }: TierPreview,
): Promise<TierRunDone> {
  const id = newId()
  const span = spanOf(rules, asOf, currency)
  await insertTierRun(tx, id, rules, span)
  const applied = await applyTiers(tx, id, rules, span, digest !== '')
  await sealTierRun(tx, id, applied)
  changes.add('tier_run', id)
  changes.addAll(
    'customer',
    applied.moved.map((customer) => ({ id: customer, customerId: customer })),
  )
  if (applied.moved.length > 0) await rescore(tx, applied.moved, facts.settings.weights)
  const moved = applied.moved.length
  const owners = await ownersOfMoves(tx, id)
  await tell(
    tx,
    changes,
    owners.map(({ personId, count, up, down }) => ({
      personId,
      kind: 'tiers-computed',
      about: id,
      facts: { count, up, down },
    })),
  )
  const customerIds = applied.moved.slice(0, mostCustomers)
  await emit(tx, 'tiers.computed', {
    runId: id,
    asOf,
    count: moved,
    customerIds,
    all: `/api/tiers/runs/${id}/moves`,
  })
  return { id, asOf, customers: applied.customers, moved }
}
