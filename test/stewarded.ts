import { ownServer } from './database.ts'
import { type Asker, type Server, aCompany, aPerson } from './make.ts'

/** A company with a principal, two stewards and two salespeople, and a stranger from another company. */
export async function aStewardedCompany(more: { now?: () => Date; server?: Server } = {}) {
  const server = more.server ?? (await ownServer(more.now === undefined ? {} : { now: more.now }))
  const company = await aCompany(server)
  const principal = await aPerson(server, company, 'Carmen', ['principal'])
  const below = { managerId: principal.id }
  return {
    server,
    company,
    principal,
    sol: await aPerson(server, company, 'Sol', ['steward']),
    luz: await aPerson(server, company, 'Luz', ['steward']),
    ana: await aPerson(server, company, 'Ana', ['salesperson'], below),
    ben: await aPerson(server, company, 'Ben', ['salesperson'], below),
    stranger: await aPerson(server, await aCompany(server), 'Eve', ['principal']),
  }
}
export type Stewarded = Awaited<ReturnType<typeof aStewardedCompany>>

type Preview = { entries: { id: string; version: number }[] }
/** The versions of these customers, as a steward sees them before a merge. */
export async function versionsOf(who: Asker, ids: readonly string[]): Promise<Record<string, number>> {
  const { body } = await who.ask('POST', '/api/customers/merge/preview', { ids })
  return Object.fromEntries((body as Preview).entries.map((entry) => [entry.id, entry.version]))
}

/** Merges as a steward does: looks at both, then merges. */
export async function merge(who: Asker, keptId: string, droppedIds: string[], choices: object = {}) {
  const versions = await versionsOf(who, [keptId, ...droppedIds])
  return await who.ask('POST', '/api/customers/merge', { keptId, droppedIds, choices, versions })
}
export const mergeIdOf = (answer: { body: never }) => (answer.body as { mergeId: string }).mergeId

/** The ids that a search of the list finds, the best first. */
export async function searched(who: Asker, q: string): Promise<string[]> {
  const { body } = await who.ask('GET', `/api/customers?q=${encodeURIComponent(q)}`)
  return (body as { rows: { id: string }[] }).rows.map((row) => row.id)
}
