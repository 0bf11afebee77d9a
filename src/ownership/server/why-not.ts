import { lacks } from '../../people/permissions.ts'
import type { Actor } from '../../platform/server/database/actor.ts'
import type { Tx } from '../../platform/server/database/connect.ts'
import type { Refusal } from '../../values/refusal.ts'
import type { WhyNot } from '../schema/history.ts'
import { refusalToMove } from './commands/may-move.ts'

/** Why the asker can't change who is responsible for a customer, known before a form is filled in (rules 2.3, 2.7, 10.1). */
export async function whyNotOf(tx: Tx, actor: Actor, customerId: string): Promise<WhyNot> {
  const assign = lacks(actor, 'customers.assign')
  const correct = lacks(actor, 'ownership.correct')
  const move = assign !== null && correct !== null ? null : await refusalToMove(tx, actor, [customerId])
  return { owner: said(assign ?? move), others: said(assign), correct: said(correct ?? move) }
}

const said = (refusal: Refusal | null) => refusal?.refused ?? null
