import { type Refusal, isRefusal } from '../../../values/refusal.ts'
import { type Share, allocateNamed, allocateOldest } from '../../allocation.ts'
import type { Settles } from '../../schema/payments.ts'
import { allocate } from '../queries/allocations.ts'
import { lockDebts } from '../queries/receivables.ts'
import type { MoneyWork } from './in-money.ts'

/** Money of one customer and currency that is to settle: of a payment or of a credit note. */
export type Source = {
  readonly paymentId: string | null
  readonly creditId: string | null
  readonly customerId: string
  readonly currency: string
  readonly availableMinor: number
}

/** Settles with money what was asked for; invoices are locked first, so that nobody settles them at the same time. */
export async function settle(in_: MoneyWork, source: Source, settles: Settles): Promise<Share[] | Refusal> {
  if (settles === 'nothing') return []
  const debts = await lockDebts(in_.tx, source.customerId, source.currency)
  const shares =
    settles === 'oldest'
      ? allocateOldest(debts, source.availableMinor)
      : allocateNamed(debts, source.availableMinor, settles)
  if (isRefusal(shares)) return shares
  const { paymentId, creditId, customerId } = source
  await allocate(
    in_.tx,
    in_.changes,
    shares.map((share) => ({ ...share, paymentId, creditId, customerId })),
    { on: in_.facts.today, by: in_.actor.personId },
  )
  in_.touch(customerId)
  return shares
}
