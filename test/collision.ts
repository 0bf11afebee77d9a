import { expect } from 'vitest'
import type { Collision } from '../src/ownership/schema/collision.ts'
import { ownServer } from './database.ts'
import { type Asker, aCompany, aPerson } from './make.ts'
import { aCustomer } from './register.ts'

type Answer<Body> = { status: number; body: Body & { code?: string } }

/** A company with two teams, a steward and a clock, in which people claim customers. */
export async function aDisputedCompany() {
  const clock = { at: new Date('2026-05-10T10:00:00Z') }
  const server = await ownServer({ now: () => clock.at })
  const company = await aCompany(server)
  const principal = await aPerson(server, company, 'Carmen', ['principal'])
  const steward = await aPerson(server, company, 'Sol', ['steward'])
  const manager = await aPerson(server, company, 'Mia', ['manager'], { managerId: principal.id })
  const below = { managerId: manager.id }
  const ana = await aPerson(server, company, 'Ana', ['salesperson'], below)
  const ben = await aPerson(server, company, 'Ben', ['salesperson'], below)
  const otherManager = await aPerson(server, company, 'Max', ['manager'], { managerId: principal.id })
  const cleo = await aPerson(server, company, 'Cleo', ['salesperson'], { managerId: otherManager.id })
  const stranger = await aPerson(server, await aCompany(server), 'Eve', ['principal'])
  const ask = async <Body = Collision>(who: Asker, method: string, path: string, body?: unknown) =>
    (await who.ask(method, path, body)) as Answer<Body>
  return {
    server,
    company,
    clock,
    principal,
    steward,
    manager,
    otherManager,
    ana,
    ben,
    cleo,
    stranger,
    ask,
    act: (who: Asker, id: string, act: string, body: unknown) =>
      ask(who, 'POST', `/api/collisions/${id}/${act}`, body),
    read: (who: Asker, id: string) => ask(who, 'GET', `/api/collisions/${id}`),
    claim: (who: Asker, customerId: string, more: Record<string, unknown> = {}) =>
      ask(who, 'POST', '/api/collisions', { customerId, statement: 'I found it', ...more }),
    /** Ana's customer, claimed by Ben: both ids. */
    async aCase(customer: Record<string, unknown> = {}) {
      const customerId = await aCustomer(ana, { name: 'Bar Sol', city: 'Madrid', ...customer })
      const opened = await this.claim(ben, customerId)
      expect(opened.status).toBe(200)
      return { customerId, id: opened.body.id }
    },
    ownerOf: async (customerId: string) => {
      const { body } = await ask<{ holders: { role: string; person: { name: string } | null }[] }>(
        principal,
        'GET',
        `/api/customers/${customerId}`,
      )
      return body.holders.find(({ role }) => role === 'owner')?.person?.name ?? 'pool'
    },
  }
}
export type Disputed = Awaited<ReturnType<typeof aDisputedCompany>>
