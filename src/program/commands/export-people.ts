import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { exportPeople } from '../../people/server/commands/export-people.ts'
import { programActor } from '../../people/server/queries/actor.ts'
import { writeCsv } from '../../platform/server/tables/write-csv.ts'
import { isRefusal } from '../../values/refusal.ts'
import { type Command, UsageError } from '../command.ts'
import { oneCompany } from '../company.ts'
import { withServices } from '../beside-app.ts'

export const exportPeopleCommand: Command = {
  name: 'export people',
  says: 'write everybody as a file that can be imported again',
  usage: 'relevo export people FILE.csv [--company NAME] [--json]',
  run: async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { company: { type: 'string' } },
    })
    const [file, ...more] = positionals
    if (file === undefined || more.length > 0) throw new UsageError('Name one file to write.')
    return await withServices(io, async (services) => {
      const company = await oneCompany(services, values.company)
      const rows = await exportPeople(services, programActor(company.id))
      if (isRefusal(rows)) throw new Error(rows.refused)
      await pipeline(Readable.from(writeCsv(rows)), createWriteStream(file, { mode: 0o600 }))
      const count = rows.length - 1
      io.answer({ file, people: count }, `${count} people are in ${file}.`)
      return 0
    })
  },
}
