import { recordEntries } from '../src/ownership/server/queries/ledger.ts'
import { type PoolRules, defaultRules } from '../src/pool/rules.ts'
import { newId } from '../src/platform/server/uuid.ts'
import type { Day } from '../src/values/day.ts'
import type { Asker, Server } from './make.ts'
import { asProgram } from './register.ts'

type Owned = { person: string | null; since: string; name?: string; tier?: string; [column: string]: unknown }

/** Customers with an owner (null: the pool) since a day, written past the commands; answers their ids. */
export async function ownedCustomers(
  server: Server,
  company: string,
  rows: readonly Owned[],
): Promise<string[]> {
  const made = rows.map((row) => ({ ...row, id: newId() }))
  await asProgram(server, company, async (tx, changes) => {
    const customers = made.map(({ person: _, since, name = 'Bar Sol', ...columns }) => ({
      organization_id: company,
      code: columns.id,
      name,
      registered_on: since,
      ...columns,
    }))
    await tx
      .insertInto('customer')
      .values(customers as never)
      .execute()
    changes.addAll('customer', made)
    await recordEntries(
      tx,
      changes,
      { cause: 'assigned', today: '2099-01-01' as Day },
      made.map(({ id, person, since }) => ({
        customerId: id,
        role: 'owner',
        seat: 0,
        from: since,
        personId: person,
      })),
    )
  })
  return made.map(({ id }) => id)
}

/** Rules of a company that lets customers return: the defaults with what is given. */
export function rulesWith(more: {
  recycling?: boolean
  tiers?: Partial<PoolRules['tiers']>
  claims?: Partial<PoolRules['claims']>
}): PoolRules {
  return {
    recycling: more.recycling ?? true,
    tiers: { ...defaultRules.tiers, ...more.tiers },
    claims: { ...defaultRules.claims, ...more.claims },
  }
}

/** Has somebody who may set the rules of the pool. */
export async function setRules(who: Asker, more: Parameters<typeof rulesWith>[0]): Promise<void> {
  const { version } = (await who.ask('GET', '/api/company/pool')).body as { version: number }
  const done = await who.ask('PUT', '/api/company/pool', { version, rules: rulesWith(more) })
  if (done.status !== 200) throw new Error(`rules not set: ${JSON.stringify(done.body)}`)
}
