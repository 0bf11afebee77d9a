import type { Actor } from '../../../../platform/server/database/actor.ts'
import type { Services } from '../../../../platform/server/services.ts'
import { type Refusal, isRefusal, refuse } from '../../../../values/refusal.ts'
import { type Work, inRegister } from '../../../../customers/server/commands/in-register.ts'
import type { Tx } from '../../../../platform/server/database/connect.ts'
import type { Day } from '../../../../values/day.ts'
import { type CollisionAct, type Standing, mayAct, maySee, stageOn } from '../../../collision.ts'
import { type CollisionSettings, collisionSettingsFrom } from '../../../collision-settings.ts'
import { type CaseRow, type ClaimRow, casesWith, claimsOf, lockCases } from '../../queries/collision-case.ts'
import { lockLedger } from '../../queries/ledger.ts'
import { companySettings } from '../../../../people/server/queries/company.ts'

export type KnownCase = CaseRow & { readonly claims: readonly ClaimRow[]; readonly standing: Standing }
export type OnCase = Work & { readonly known: KnownCase; readonly rules: CollisionSettings }

/** A case as it stands on a day; null when it isn't there. */
export async function caseOn(tx: Tx, id: string, today: Day): Promise<KnownCase | null> {
  return (await casesOn(tx, [id], today)).get(id) ?? null
}

/** Cases as they stand on a day, by their ids; those that aren't there are missing. */
export async function casesOn(tx: Tx, ids: readonly string[], today: Day): Promise<Map<string, KnownCase>> {
  const rows = await casesWith(tx, ids)
  const claims = Map.groupBy(await claimsOf(tx, ids), ({ collisionId }) => collisionId)
  return new Map(rows.map((row) => [row.id, knownCase(row, claims.get(row.id) ?? [], today)]))
}

/** A case's row and claims as the rules want them. */
function knownCase(row: CaseRow, claims: readonly ClaimRow[], today: Day): KnownCase {
  const stage = stageOn(row.stage, row.dueOn, today)
  return { ...row, claims, stage, standing: { ...row, stage, claimants: claims } }
}

/**
 * Runs a command on a case that the asker may see and that is in a stage which allows it (rule 2.3). One at a time, and while
 * the customer's ledger stands still.
 */
export async function onCase<T>(
  services: Services,
  actor: Actor,
  name: string,
  act: CollisionAct,
  id: string,
  work: (in_: OnCase) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  return await inRegister(services, actor, name, 'customers.read', async (in_) => {
    const { tx, facts } = in_
    const seen = await caseOn(tx, id, facts.today)
    if (seen === null || !maySee(seen.standing, actor)) return refuse('not-found')
    const entries = seen.claims.map(({ entryId }) => entryId).filter((entry) => entry !== null)
    const customers = [seen.customerId, ...entries]
    await lockCases(tx, customers)
    await lockLedger(tx, customers)
    const known = await caseOn(tx, id, facts.today)
    if (known === null) return refuse('not-found')
    const no = mayAct(act, known.standing, actor)
    if (isRefusal(no)) return no
    return await work({ ...in_, known, rules: collisionSettingsFrom(await companySettings(tx)) })
  })
}
