import { sql } from 'kysely'
import type { Transfer } from '../src/ownership/schema/transfer.ts'
import { verifyCompanies } from '../src/program/commands/verify.ts'
import { type Asker, type Server, aCompany, aPerson } from './make.ts'
import { aCustomer, asProgram } from './register.ts'

type Answer<T> = {
  status: number
  body: T & { code: string; rule: string; facts: Record<string, string | number> }
}
type Holder = { role: string; person: { name: string } | null }

/** A day from today on. */
export const dayAhead = (n: number) => new Date(Date.now() + n * 86_400_000).toISOString().slice(0, 10)

/** Asks below /api/transfers. */
export async function askTransfers<T = object>(who: Asker, method: string, path = '', body?: unknown) {
  return (await who.ask(method, `/api/transfers${path}`, body)) as unknown as Answer<T>
}
export const book = (who: Asker, ...also: string[]) => ({
  customers: { book: who.id, ...(also.length > 0 ? { also } : {}) },
})
export const to = (...people: Asker[]) => ({
  how: 'round-robin',
  successors: people.map(({ id }) => ({ personId: id })),
})
export const draft = (who: Asker, asked: object) => askTransfers<Transfer>(who, 'POST', '', asked)
export const commit = (who: Asker, { id, fingerprint }: Transfer, more: object = {}) =>
  askTransfers<Transfer>(who, 'POST', `/${id}/commit`, { fingerprint, ...more })
export const undo = (who: Asker, { id }: Transfer) => askTransfers(who, 'POST', `/${id}/undo`, {})
/** How many customers a transfer gives to somebody. */
export const countOf = (who: Asker, { successors }: Transfer) =>
  successors.find(({ person }) => person.id === who.id)?.customers

/**
 * A company with Ana, Bea and Carl in Mario's team, Dora in another and Gina who has left; `sevenOfAna()` leaves Ana with
 * seven new customers alone.
 */
export async function transferStage(server: Server) {
  const company = await aCompany(server, 'Norte')
  const principal = await aPerson(server, company, 'Carmen', ['principal'])
  const manager = await aPerson(server, company, 'Mario', ['manager'], { managerId: principal.id })
  const under = { managerId: manager.id }
  const ana = await aPerson(server, company, 'Ana', ['salesperson'], under)
  const bea = await aPerson(server, company, 'Bea', ['salesperson'], under)
  const carl = await aPerson(server, company, 'Carl', ['salesperson'], under)
  const dora = await aPerson(server, company, 'Dora', ['salesperson'], { managerId: principal.id })
  const gone = await aPerson(server, company, 'Gina', ['salesperson'], { leftOn: '2020-01-02' })
  const stranger = await aPerson(server, await aCompany(server, 'Sur'), 'Zoe', ['principal'])
  const holdersOf = async (id: string) => {
    const { holders } = (await principal.ask('GET', `/api/customers/${id}`)).body as { holders: Holder[] }
    return holders.map(({ role, person }) => `${role} ${person?.name ?? 'pool'}`).toSorted()
  }
  return {
    company,
    principal,
    manager,
    ana,
    bea,
    carl,
    dora,
    gone,
    stranger,
    /** Customers of Ana's from before go to Dora. */
    sevenOfAna: async () => {
      const old = await draft(principal, { ...book(ana), ...to(dora) })
      if (old.status === 200) await commit(principal, old.body)
      const ids = []
      for (const name of ['Uno', 'Dos', 'Tres', 'Cuatro', 'Cinco', 'Seis'])
        ids.push(await aCustomer(ana, { name }))
      return [...ids, await aCustomer(ana, { name: 'Siete', tier: 'A' })]
    },
    assign: (customers: readonly string[], role: string, person: Asker | null) =>
      principal.ask('POST', '/api/customers/assign', {
        selection: { ids: customers },
        role,
        personId: person?.id ?? null,
      }),
    holdersOf,
    ownersOf: async (ids: readonly string[]) =>
      (await Promise.all(ids.map(holdersOf))).flatMap((held) =>
        held.filter((one) => one.startsWith('owner')),
      ),
    /** What verify finds first; null when all is whole. */
    firstBad: async () =>
      (await verifyCompanies(server.services, [{ id: company, name: 'Norte' }])).first_bad,
    batches: () =>
      asProgram(server, company, async (tx) => {
        const { rows } = await sql<{ n: number }>`select count(*)::int as n from ledger_batch`.execute(tx)
        return rows[0]?.n
      }),
  }
}
