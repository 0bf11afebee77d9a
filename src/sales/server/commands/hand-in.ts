import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Services } from '../../../platform/server/services.ts'
import { newId } from '../../../platform/server/uuid.ts'
import { type Refusal, refuse } from '../../../values/refusal.ts'
import { emit } from '../../../webhooks/server/commands/emit.ts'
import { differenceOf, mayReceive } from '../../hand-in.ts'
import { refuseNetting } from '../../netting.ts'
import type { HandIn, NewHandIn } from '../../schema/hand-ins.ts'
import { insertHandIn, listHandIns, lockHeld } from '../queries/cash.ts'
import { inMoney } from './in-money.ts'
import { tellOfDifference } from './tell-of-money.ts'

/**
 * Takes in and counts what somebody collected (rule 5.3). Never one's own; a difference is kept as it is, said to both and
 * to the principals, and never taken from wages (rule 5.4).
 */
export async function receiveHandIn(
  services: Services,
  actor: Actor,
  input: NewHandIn,
): Promise<HandIn | Refusal> {
  return await inMoney(services, actor, 'receive-hand-in', ['money.receive'], async (in_) => {
    const { tx, changes, facts } = in_
    const { personId, currency, countedMinor } = input
    if (input.fromWages === true) return refuseNetting('wages-with-collected', facts.country)
    const receivedBy = actor.personId
    const refusal = mayReceive(receivedBy, personId)
    if (refusal !== null || receivedBy === null) return refusal ?? refuse('own-hand-in', { rule: '5.3' })
    const id = input.id ?? newId()
    const shown = { different: false, page: 1, size: 1 }
    const [before] = (await listHandIns(tx, { ...shown, id })).rows
    if (before !== undefined) return before.person.id === personId ? before : refuse('id-taken')
    const held = await lockHeld(tx, personId, currency, input.paymentIds ?? null)
    if (held.length === 0) return refuse('nothing-in-hand', { rule: '5.3' })
    if (input.paymentIds !== undefined && held.length < new Set(input.paymentIds).size)
      return refuse('handed-in-already', { rule: '5.3' })
    const expectedMinor = held.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
    const differenceMinor = differenceOf({ expectedMinor, countedMinor })
    const sums = { expectedMinor, countedMinor, handedOn: facts.today, note: input.note || null }
    const payments = held.map((one) => one.id)
    await insertHandIn(tx, { id, personId, receivedBy, currency, ...sums }, payments)
    changes.add('hand_in', id)
    changes.addAll('payment', held)
    await tellOfDifference(in_, { id, personId, receivedBy, differenceMinor })
    const told = { handInId: id, personId, receivedBy, currency, expectedMinor, countedMinor }
    await emit(tx, 'hand-in.received', { ...told, differenceMinor, payments: payments.length })
    const [row] = (await listHandIns(tx, { ...shown, id })).rows
    return row ?? refuse('not-found')
  })
}
