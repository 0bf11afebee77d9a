import { type Work, inRegister } from '../../../customers/server/commands/in-register.ts'
import type { Permission } from '../../../people/permissions.ts'
import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Services } from '../../../platform/server/services.ts'
import { type Refusal, isRefusal, refuse } from '../../../values/refusal.ts'
import { type Debtor, debtorOf } from '../queries/debtors.ts'
import { tellOverLimit } from './tell-of-money.ts'

export type MoneyWork = Work & {
  readonly actor: Actor
  /** To be called for every customer whose debt changed: its limit is looked at in the end. */
  readonly touch: (customerId: string) => void
}

/** Runs a command about money for whoever has one of these permissions; in the end credit limits are looked at. */
export async function inMoney<T>(
  services: Services,
  actor: Actor,
  name: string,
  needs: readonly Permission[],
  work: (in_: MoneyWork) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  const permission = needs.find((one) => actor.may.includes(one))
  if (permission === undefined) return refuse('not-allowed')
  return await inRegister(services, actor, name, permission, async (in_) => {
    const touched = new Set<string>()
    const answer = await work({ ...in_, actor, touch: (id) => void touched.add(id) })
    if (!isRefusal(answer)) await tellOverLimit(in_, actor, [...touched])
    return answer
  })
}

/** A customer that money can be recorded for; refuses with not-found one that isn't seen, and with not-active a merged or erased one. */
export async function liveDebtor(
  { tx, actor }: Pick<MoneyWork, 'tx' | 'actor'>,
  id: string,
): Promise<Debtor | Refusal> {
  const debtor = await debtorOf(tx, actor, id)
  if (debtor === null) return refuse('not-found')
  return debtor.status === 'active' || debtor.status === 'closed' ? debtor : refuse('not-active')
}

/** The refusal of a number that is taken, instead of the database's error. */
export function numberTaken(error: unknown, code: string): Refusal {
  const taken = typeof error === 'object' && error !== null && 'code' in error && error.code === '23505'
  if (taken) return refuse('number-taken', { facts: { code } })
  throw error
}
