import { parseArgs } from 'node:util'
import { programActor } from '../../people/server/queries/actor.ts'
import { companyDay } from '../../people/server/queries/company.ts'
import { readAs } from '../../platform/server/database/transaction.ts'
import type { Services } from '../../platform/server/services.ts'
import { tierKeys } from '../../pool/rules.ts'
import { runPool } from '../../pool/server/commands/run-pool.ts'
import { poolPage } from '../../pool/server/queries/pool-page.ts'
import { readPoolRules } from '../../pool/server/queries/rules.ts'
import { announcementsDue, dueOn, hasRun } from '../../pool/server/queries/run.ts'
import { simulatePool } from '../../pool/server/simulate.ts'
import { isRefusal } from '../../values/refusal.ts'
import { type Command, UsageError } from '../command.ts'
import { oneCompany } from '../company.ts'
import { poolSources } from '../facts.ts'
import { withServices } from '../beside-app.ts'

const company = { company: { type: 'string' } } as const
const isOff = 'Customers return by themselves only once the company switches it on; it is off.'
const counted = (customers: number) => `${customers} ${customers === 1 ? 'customer' : 'customers'}`

export const pool: Command = {
  name: 'pool',
  says: 'list the customers that nobody owns',
  usage: 'relevo pool [--company NAME] [--json]',
  run: async (args, io) => {
    const { values } = parseArgs({ args: [...args], options: company })
    return await withServices(io, async (services) => {
      const { id } = await oneCompany(services, values.company)
      const found = await readAs(services.db, programActor(id), (tx) =>
        poolPage(tx, {}, { size: 1_000_000, page: 1 }),
      )
      const lines = found.customers.map(
        ({ name, city, tier, since, cause }) =>
          `${since}  ${tier ?? '-'}  ${name}, ${city ?? '-'} (${cause})`,
      )
      io.answer(found, [`${counted(found.total)} in the pool`, ...lines].join('\n'))
      return 0
    })
  },
}

export const poolSimulate: Command = {
  name: 'pool simulate',
  says: 'what other days of protection would do until 30 days from now, changing nothing',
  usage: 'relevo pool simulate [--days N] [--announce N] [--company NAME] [--json]',
  run: async (args, io) => {
    const options = { ...company, days: { type: 'string' }, announce: { type: 'string' } } as const
    const { values } = parseArgs({ args: [...args], options })
    const [days, announce] = [daysOf('days', values.days), daysOf('announce', values.announce)]
    return await withServices(io, async (services) => {
      const actor = programActor((await oneCompany(services, values.company)).id)
      const { rules } = await readAs(services.db, actor, readPoolRules)
      const tiers = { ...rules.tiers }
      for (const tier of tierKeys) {
        const rule = tiers[tier]
        tiers[tier] = { ...rule, days: days ?? rule.days, announce: announce ?? rule.announce }
      }
      const found = await simulatePool(services, poolSources, actor, { ...rules, recycling: true, tiers })
      if (isRefusal(found)) throw new Error(found.refused)
      const { now, tried, people, last } = found
      const lines = people.flatMap(({ person, tried: own }) =>
        own.returned === 0 ? [] : [`  ${person.name}: ${own.returned}`],
      )
      io.answer(
        found,
        [
          `Until ${last} ${counted(tried.returned)} would return, by today's rules ${now.returned}.`,
          ...(rules.recycling ? [] : [isOff]),
          ...lines,
        ].join('\n'),
      )
      return 0
    })
  },
}

export const poolRun: Command = {
  name: 'pool run',
  says: "make today's run: announce what returns, and put into the pool what was announced in time",
  usage: 'relevo pool run [--dry-run] [--company NAME] [--json]',
  run: async (args, io) => {
    const options = { ...company, 'dry-run': { type: 'boolean' } } as const
    const { values } = parseArgs({ args: [...args], options })
    return await withServices(io, async (services) => {
      const { id } = await oneCompany(services, values.company)
      const { rules } = await readAs(services.db, programActor(id), readPoolRules)
      const dryRun = values['dry-run'] === true
      const done = dryRun ? await wouldRun(services, id) : await runPool(services, poolSources, id)
      const counts = {
        dry_run: dryRun,
        ran: done !== null,
        announced: done?.announced.length ?? 0,
        recycled: done?.recycled.length ?? 0,
      }
      const words = `${counts.announced} announced, ${counts.recycled} returned to the pool${dryRun ? ' (nothing was changed)' : ''}.`
      const said = done === null ? "Today's run was made already." : words
      io.answer(counts, rules.recycling ? said : `${said}\n${isOff}`)
      return 0
    })
  },
}

async function wouldRun(services: Services, organizationId: string) {
  return await readAs(services.db, programActor(organizationId), async (tx) => {
    const today = await companyDay(tx)
    if (await hasRun(tx, today)) return null
    const clock = { rules: (await readPoolRules(tx)).rules, today }
    const recycled = await dueOn(tx, poolSources, clock)
    return { recycled, announced: await announcementsDue(tx, poolSources, clock) }
  })
}

function daysOf(name: string, text: string | undefined): number | null {
  if (text === undefined) return null
  const days = Number(text)
  if (!Number.isInteger(days) || days < 1 || days > 1095)
    throw new UsageError(`--${name} must be a number of days from 1 to 1095, not "${text}".`)
  return days
}
