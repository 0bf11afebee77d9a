import { parseArgs } from 'node:util'
import { programActor } from '../../people/server/queries/actor.ts'
import { readAs } from '../../platform/server/database/transaction.ts'
import { undoTiers } from '../../sales/server/commands/undo-tiers.ts'
import { tierRuns } from '../../sales/server/queries/tier-list.ts'
import { withServices } from '../beside-app.ts'
import type { Command } from '../command.ts'
import { oneCompany } from '../company.ts'
import { known } from './tiers.ts'

export const tiersUndo: Command = {
  name: 'tiers undo',
  says: 'take the latest computation of tiers back; tiers set by hand since stay',
  usage: 'relevo tiers undo [--company NAME] [--json]',
  run: async (args, io) => {
    const { values } = parseArgs({ args: [...args], options: { company: { type: 'string' } } })
    return await withServices(io, async (services) => {
      const actor = programActor((await oneCompany(services, values.company)).id)
      const runs = await readAs(services.db, actor, (tx) => tierRuns(tx, 100))
      const last = runs.find(({ isLast }) => isLast)
      if (last === undefined) throw new Error('There is no computation to take back.')
      const done = known(await undoTiers(services, actor, last.id))
      io.answer(done, `${done.restored} customers have the tier of before again.`)
      return 0
    })
  },
}
