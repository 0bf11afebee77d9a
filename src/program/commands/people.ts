import { parseArgs } from 'node:util'
import { summaries } from '../../people/server/person-page.ts'
import { programActor } from '../../people/server/queries/actor.ts'
import { companyDay } from '../../people/server/queries/company.ts'
import { listPeople } from '../../people/server/queries/people.ts'
import type { PersonSummary } from '../../people/schema/person.ts'
import { readAs } from '../../platform/server/database/transaction.ts'
import { parseDay } from '../../values/day.ts'
import { type Command, UsageError } from '../command.ts'
import { oneCompany } from '../company.ts'
import { withServices } from '../beside-app.ts'

const everybody = 1_000_000

export const people: Command = {
  name: 'people',
  says: 'list who is here, today or on another day',
  usage: 'relevo people [--on YYYY-MM-DD] [--company NAME] [--json]',
  run: async (args, io) => {
    const { values } = parseArgs({
      args: [...args],
      options: { company: { type: 'string' }, on: { type: 'string' } },
    })
    const wanted = dayAsked(values.on)
    return await withServices(io, async (services) => {
      const company = await oneCompany(services, values.company)
      const found = await readAs(services.db, programActor(company.id), async (tx) => {
        const now = services.now()
        const today = await companyDay(tx)
        const on = wanted ?? today
        const page = await listPeople(tx, { presence: 'present' }, on, now, everybody)
        return { on, people: await summaries(tx, page.people, on, today) }
      })
      io.answer(found, found.people.map(lineOf).join('\n'))
      return 0
    })
  },
}

/** The day that --on names; null when it was left out. */
export function dayAsked(text: string | undefined): string | null {
  if (text === undefined) return null
  const day = parseDay(text)
  if (day === null) throw new UsageError(`--on must be a day such as 2026-05-03, not "${text}".`)
  return day
}

function lineOf(person: PersonSummary): string {
  const { code, name, title, managerName, load } = person
  const facts = [
    title,
    managerName === null ? '' : `reports to ${managerName}`,
    load === null ? '' : `${load.owner} customers`,
  ]
  return `${code.padEnd(8)} ${name}${facts
    .filter((fact) => fact !== '')
    .map((fact) => `, ${fact}`)
    .join('')}`
}
