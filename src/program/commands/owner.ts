import { parseArgs } from 'node:util'
import { registerFacts } from '../../customers/server/queries/company.ts'
import { OwnerOn } from '../../ownership/schema/history.ts'
import type { Holding, OwnerAnswer } from '../../ownership/schema/history.ts'
import { ownerOnDay } from '../../ownership/server/queries/ownership.ts'
import { programActor } from '../../people/server/queries/actor.ts'
import { readAs } from '../../platform/server/database/transaction.ts'
import { isRefusal } from '../../values/refusal.ts'
import { type Command, UsageError } from '../command.ts'
import { oneCompany } from '../company.ts'
import { withServices } from '../beside-app.ts'

export const owner: Command = {
  name: 'owner',
  says: 'who was responsible for a customer on a day, and why',
  usage: `relevo owner CUSTOMER [--on DAY] [--known-at INSTANT] [--company NAME] [--json]
  CUSTOMER is a code or id, DAY like 2026-05-03 (today if left out), INSTANT like 2026-05-03T10:00:00Z`,
  run: async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { on: { type: 'string' }, 'known-at': { type: 'string' }, company: { type: 'string' } },
    })
    const [customer, ...more] = positionals
    if (customer === undefined || more.length > 0) throw new UsageError('Name one customer by code or id.')
    const asked = OwnerOn.safeParse({ customer, on: values.on, knownAt: values['known-at'] })
    if (!asked.success) {
      const [issue] = asked.error.issues
      throw new UsageError(`${issue?.path[0] === 'on' ? '--on' : '--known-at'} ${issue?.message ?? ''}.`)
    }
    return await withServices(io, async (services) => {
      const company = await oneCompany(services, values.company)
      const actor = programActor(company.id)
      const found = await readAs(services.db, actor, async (tx) => {
        const { today } = await registerFacts(tx, actor, services.now)
        return await ownerOnDay(tx, asked.data, today)
      })
      if (isRefusal(found)) throw new UsageError(`There is no customer "${customer}" in ${company.name}.`)
      io.answer(answerOf(found), wordsOf(found))
      return 0
    })
  },
}

function answerOf({ customer, on, knownAt, registered, owner: held, others }: OwnerAnswer) {
  return {
    customer,
    on,
    known_at: knownAt,
    registered,
    owner: held?.person ?? null,
    pool: registered && held?.person === null,
    ...(held === null ? {} : reasonOf(held)),
    others: others.map(({ role, holding }) => ({ role, person: holding.person, ...reasonOf(holding) })),
  }
}

function reasonOf({ from, until, cause, reason, by, batchId, entryId, knownAt }: Holding) {
  return { from, until, cause, reason, by, batch: batchId, entry: entryId, recorded_at: knownAt }
}

function wordsOf({ customer, on, owner: held }: OwnerAnswer): string {
  const named = `${customer.name} (${customer.code})`
  if (held === null) return `${named} was not registered yet on ${on}.`
  const who = held.person === null ? 'the company pool' : held.person.name
  const until = held.until === null ? '' : ` until ${held.until}`
  const why = held.reason === null ? held.cause : `${held.cause}: ${held.reason}`
  return `${named} on ${on}: ${who}, from ${held.from}${until} (${why}; recorded ${held.knownAt} by ${held.by?.name ?? 'the program'}).`
}
