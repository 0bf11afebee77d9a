import { parseArgs } from 'node:util'
import { personPage } from '../../people/server/person-page.ts'
import { programActor } from '../../people/server/queries/actor.ts'
import { companyDay } from '../../people/server/queries/company.ts'
import { readAs } from '../../platform/server/database/transaction.ts'
import { type Command, UsageError } from '../command.ts'
import { oneCompany } from '../company.ts'
import { withServices } from '../beside-app.ts'
import { dayAsked } from './people.ts'
import { personNamed } from './person-named.ts'

export const person: Command = {
  name: 'person',
  says: 'show a person: post, place in the tree, what they carry',
  usage: 'relevo person NAME|CODE [--on YYYY-MM-DD] [--company NAME] [--json]',
  run: async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { company: { type: 'string' }, on: { type: 'string' } },
    })
    const asked = positionals.join(' ').trim()
    if (asked === '') throw new UsageError('Say who: a name or a code.')
    const wanted = dayAsked(values.on)
    return await withServices(io, async (services) => {
      const company = await oneCompany(services, values.company)
      const actor = programActor(company.id)
      const page = await readAs(services.db, actor, async (tx) => {
        const only = await personNamed(tx, asked)
        const now = services.now()
        const today = await companyDay(tx)
        return await personPage(tx, actor, only.id, wanted ?? today, today, now)
      })
      if (page === null) throw new Error(`There is nobody named "${asked}".`)
      const chain = page.managers.map((one) => one.name).join(' → ')
      io.answer(
        page,
        [
          `${page.name} (${page.code})`,
          page.title,
          chain === '' ? '' : `reports to ${chain}`,
          page.below === 0 ? '' : `${page.below} below`,
          page.load === null ? '' : `${page.load.owner} customers`,
        ]
          .filter((line) => line !== '')
          .join('\n'),
      )
      return 0
    })
  },
}
