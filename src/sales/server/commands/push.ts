import { lockEntity } from '../../../imports/server/queries/import.ts'
import { programActor } from '../../../people/server/queries/actor.ts'
import { lacks } from '../../../people/permissions.ts'
import type { Actor } from '../../../platform/server/database/actor.ts'
import { commandAs } from '../../../platform/server/database/transaction.ts'
import type { Services } from '../../../platform/server/services.ts'
import type { Refusal } from '../../../values/refusal.ts'
import { registerFacts } from '../../../customers/server/queries/company.ts'
import type { PushAnswer, PushAnswers, PushBatch } from '../../schema/push.ts'
import { outdated } from '../../push.ts'
import { readPushed } from '../push-read.ts'
import { judgePushed } from '../push-judge.ts'
import { idsByCode, knownByNumber, linesOfOrders } from '../queries/push-find.ts'
import { linkAwaited, noteSaid } from '../queries/push-link.ts'
import { insertOrders, keepVersions, setLines, updateOrders } from '../queries/write-orders.ts'
import { emitOrders } from './emit-orders.ts'

/**
 * Takes in orders of the company's own system (rule 5.1): each whole or not at all, the later word about it holding whichever
 * comes first, corrections as new versions. A fixed number of statements, however many orders. Whoever may import orders sends
 * them for the whole company, whatever of it they see themselves.
 */
export async function pushOrders(
  services: Services,
  actor: Actor,
  { source, orders }: PushBatch,
): Promise<PushAnswers | Refusal> {
  const no = lacks(actor, 'orders.import')
  if (no !== null) return no
  const read = orders.map(readPushed)
  const old = outdated(read.map((one) => one.order))
  const sound = read.flatMap(({ order }, at) => (order === null || old.has(at) ? [] : [{ at, order }]))
  const asProgram: Actor = { ...programActor(actor.organizationId), personId: actor.personId }
  const from = actor.requestId === undefined ? asProgram : { ...asProgram, requestId: actor.requestId }
  return await commandAs(services.db, from, 'push-orders', async (tx, changes) => {
    await lockEntity(tx, actor.organizationId, 'orders')
    const { currency } = await registerFacts(tx, from, services.now)
    const all = sound.map((one) => one.order)
    const ids = await idsByCode(tx, {
      customers: unique(all.map((one) => one.customer)),
      people: unique(all.map((one) => one.person)),
      products: unique(all.flatMap((one) => one.lines.map((line) => line.product))),
    })
    const numbers = unique(all.flatMap((one) => [one.number, one.returnOf]))
    const known = await knownByNumber(tx, numbers)
    const lines = await linesOfOrders(
      tx,
      [...known.values()].map((one) => one.id),
    )
    const judged = judgePushed(sound, { source, currency, recordedBy: actor.personId, ids, known, lines })
    await keepVersions(
      tx,
      judged.updated.map((one) => one.id),
      source,
    )
    await insertOrders(tx, changes, judged.created, judged.createdLines)
    await updateOrders(tx, changes, judged.updated)
    await setLines(tx, judged.relined, judged.updatedLines)
    await linkAwaited(
      tx,
      changes,
      judged.created.flatMap((one) => (one.kind === 'sale' ? [one.code] : [])),
    )
    await noteSaid(tx, changes, judged.said)
    await emitOrders(
      tx,
      'order.created',
      judged.created.map((one) => one.id),
      source,
    )
    await emitOrders(
      tx,
      'order.changed',
      judged.updated.map((one) => one.id),
      source,
    )
    const answers = read.map(({ number, problems }, at): PushAnswer => {
      if (problems.length > 0) return { number, outcome: 'rejected', id: null, version: null, problems }
      return judged.answers.get(at) ?? { number, outcome: 'stale', id: null, version: null }
    })
    return { counts: countsOf(answers), answers }
  })
}

function unique(texts: readonly (string | null | undefined)[]): string[] {
  return [...new Set(texts.filter((one) => typeof one === 'string'))]
}

function countsOf(answers: readonly PushAnswer[]): PushAnswers['counts'] {
  const counts = { created: 0, updated: 0, unchanged: 0, stale: 0, rejected: 0 }
  for (const { outcome } of answers) counts[outcome] += 1
  return counts
}
