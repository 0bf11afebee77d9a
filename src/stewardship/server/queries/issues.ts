import { type RawBuilder, sql } from 'kysely'
import type { RegisterFacts } from '../../../customers/server/queries/company.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { type ProfileIssue, harmOfProfile, profileIssues } from '../../harm.ts'
import { inScope } from './scope.ts'

export type Wanted = {
  readonly whose: 'mine' | 'all'
  readonly facts: RegisterFacts
  readonly areas: boolean
}

/** Profiles that are all as harmful, and how many they are. */
export type ProfileGroup = {
  /** As the column `customer.flaws` has it. */
  readonly flaws: number
  readonly tier: 'A' | 'B' | 'C' | null
  readonly stale: boolean
  readonly count: number
}

/** The bits of `customer.flaws`. */
const bits: Readonly<Partial<Record<ProfileIssue, number>>> = {
  'no-person-in-charge': 1,
  unlocated: 2,
  incomplete: 4,
  'no-territory': 8,
}

/** The active customers `c` that are asked for. */
export function active(whose: Wanted['whose']): RawBuilder<unknown> {
  return sql`c.organization_id = app.organization() and c.status = 'active' and ${inScope(whose)}`
}

/** What is wrong with the profiles of a group; lying in no area is nothing wrong where a company has none. */
export function issuesOf({ flaws, stale }: ProfileGroup, areas: boolean): ProfileIssue[] {
  return profileIssues.filter((issue) => {
    if (issue === 'stale') return stale
    if (issue === 'no-territory' && !areas) return false
    return (flaws & (bits[issue] ?? 0)) !== 0
  })
}

/** The profiles that have an issue, put together by what is wrong with them, the most harmful first. */
export async function groupsOfProfiles(tx: Tx, { whose, facts, areas }: Wanted): Promise<ProfileGroup[]> {
  const { rows } = await sql<ProfileGroup>`
    select c.flaws, c.tier, c.confirmed_on is null or c.confirmed_on < ${facts.freshSince}::date as stale,
      count(*) as count
    from customer c where ${active(whose)} group by 1, 2, 3`.execute(tx)
  const harm = (group: ProfileGroup) => harmOfProfile(group.tier, issuesOf(group, areas))
  return rows
    .filter((group) => issuesOf(group, areas).length > 0)
    .toSorted((a, b) => harm(b) - harm(a) || b.flaws - a.flaws)
}

function sum(groups: readonly ProfileGroup[]): number {
  return groups.reduce((total, group) => total + group.count, 0)
}

/** How many profiles have each issue, and how many have any. */
export function countIssues(
  groups: readonly ProfileGroup[],
  areas: boolean,
): Record<ProfileIssue | 'any', number> {
  const having = (issue: ProfileIssue) =>
    sum(groups.filter((group) => issuesOf(group, areas).includes(issue)))
  return {
    'no-person-in-charge': having('no-person-in-charge'),
    unlocated: having('unlocated'),
    incomplete: having('incomplete'),
    stale: having('stale'),
    'no-territory': having('no-territory'),
    any: sum(groups),
  }
}
