import type { Dealings } from './order-rows.ts'
import type { Pack } from './pack.ts'
import type { DemoTable, Rows } from './rows.ts'
import { words } from './words.ts'

/** What was counted, promised and complained of at these outlets. */
export function talkRows(company: string, pack: Pack, part: readonly Dealings[]): [DemoTable, Rows][] {
  const said = words[pack.language]
  const counts = part.flatMap(({ outlet, life }) =>
    life.counts.map(({ id, productId, on, quantity, facings }) => ({
      organization_id: company,
      id,
      customer_id: outlet.id,
      product_id: productId,
      counted_on: on,
      quantity,
      facings,
      counted_by:
        outlet.holdings.findLast(({ role, fromDay }) => role === 'owner' && fromDay <= on)?.personId ?? null,
    })),
  )
  const promises = part.flatMap(({ outlet, life }) =>
    life.promises.map(({ id, text, madeBy, madeOn, dueOn, keptOn }) => ({
      organization_id: company,
      id,
      customer_id: outlet.id,
      text: said.promises[text] ?? '',
      made_by: madeBy,
      made_on: madeOn,
      due_on: dueOn,
      kept_on: keptOn,
      closed_by: keptOn === null ? null : madeBy,
    })),
  )
  const complaints = part.flatMap(({ outlet, life }) =>
    life.complaints.map(({ id, text, takenBy, raisedOn, dueOn, resolvedOn, rating }) => {
      const [kind = 'other', what = '', cause = '', remedy = ''] = said.complaints[text] ?? []
      const done = resolvedOn === null ? { cause: null, remedy: null } : { cause, remedy }
      return {
        organization_id: company,
        id,
        customer_id: outlet.id,
        kind,
        text: what,
        rating,
        ...done,
        raised_on: raisedOn,
        due_on: dueOn,
        taken_by: takenBy,
        resolved_on: resolvedOn,
        resolved_by: resolvedOn === null ? null : takenBy,
      }
    }),
  )
  return [
    ['stock_count', counts],
    ['promise', promises],
    ['complaint', complaints],
  ]
}
