import { parseArgs } from 'node:util'
import { undoTransfer } from '../../ownership/server/commands/transfer-undo.ts'
import { transferOfBatch } from '../../ownership/server/queries/transfer/store.ts'
import { programActor } from '../../people/server/queries/actor.ts'
import { readAs } from '../../platform/server/database/transaction.ts'
import { isRefusal } from '../../values/refusal.ts'
import { type Command, UsageError } from '../command.ts'
import { oneCompany } from '../company.ts'
import { withServices } from '../beside-app.ts'
import { whyRefused } from './transfer-words.ts'

export const transferUndo: Command = {
  name: 'transfer undo',
  says: 'take a transfer back: BATCH',
  usage:
    'relevo transfer undo BATCH [--reason TEXT] [--company NAME] [--json]   BATCH is what transfer answered',
  run: async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { reason: { type: 'string' }, company: { type: 'string' } },
    })
    const [batch, ...more] = positionals
    if (batch === undefined || more.length > 0) throw new UsageError('Name one batch.')
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu.test(batch))
      throw new UsageError(`A batch is an id such as transfer answers, not "${batch}".`)
    return await withServices(io, async (services) => {
      const company = await oneCompany(services, values.company)
      const actor = programActor(company.id)
      const id = await readAs(services.db, actor, (tx) => transferOfBatch(tx, batch))
      if (id === null) throw new Error(`There is no transfer ${batch} in ${company.name}.`)
      const undone = await undoTransfer(services, actor, id, values.reason)
      if (isRefusal(undone)) throw new Error(whyRefused(undone, []))
      io.answer(
        { batch: undone.batchId, transfer: id, customers: undone.customers },
        `${undone.customers} customers are as they were before.`,
      )
      return 0
    })
  },
}
