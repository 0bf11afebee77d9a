import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { filledPartsOf } from '../../../customers/server/queries/completeness.ts'
import type { RegisterFacts } from '../../../customers/server/queries/company.ts'
import { completenessOf, missingFrom } from '../../../customers/completeness.ts'
import { type ProfileIssue, harmOf, incompleteBelow, profileIssues, tierFactor, worstOf } from '../../harm.ts'
import type { ProfileItem } from '../../schema/queue.ts'
import { inScope } from './scope.ts'
import { briefsOf } from './similar.ts'

export type Wanted = {
  readonly whose: 'mine' | 'all'
  readonly facts: RegisterFacts
  readonly areas: boolean
}

/** Whether `customer c` has the issue. */
function has(issue: ProfileIssue, { facts, areas }: Wanted): RawBuilder<unknown> {
  if (issue === 'no-person-in-charge') return sql`(k.customer_id is null)`
  if (issue === 'unlocated') return sql`(c.latitude is null or c.located_by = 'approximate')`
  if (issue === 'incomplete') return sql`(c.completeness < ${sql.lit(incompleteBelow)})`
  if (issue === 'stale') return sql`(c.confirmed_on is null or c.confirmed_on < ${facts.freshSince}::date)`
  return areas ? sql`(c.territory_id is null)` : sql`false`
}

const factor = sql`case c.tier when 'A' then ${sql.lit(tierFactor.A)} when 'B' then ${sql.lit(tierFactor.B)}
  else ${sql.lit(tierFactor.C)} end`

const inChargeJoin = sql`left join contact k on k.organization_id = c.organization_id and k.customer_id = c.id and k.in_charge`

function scope(wanted: Wanted): RawBuilder<unknown> {
  return sql`from customer c ${inChargeJoin}
    where c.organization_id = app.organization() and c.status = 'active' and ${inScope(wanted.whose)}`
}

/** How many profiles have each issue, and how many have any. */
export async function countIssues(tx: Tx, wanted: Wanted): Promise<Record<ProfileIssue | 'any', number>> {
  const counted = profileIssues.map(
    (issue) => sql`count(*) filter (where ${has(issue, wanted)}) as ${sql.ref(issue)}`,
  )
  const any = sql.join(
    profileIssues.map((issue) => has(issue, wanted)),
    sql` or `,
  )
  const { rows } = await sql<Record<ProfileIssue | 'any', number>>`
    select ${sql.join(counted)}, count(*) filter (where ${any}) as any ${scope(wanted)}`.execute(tx)
  const counts = rows[0]
  if (counts === undefined) throw new Error('nothing was counted')
  return counts
}

type Row = {
  id: string
  harm: number
  completeness: number
  confirmedOn: string | null
  locatedBy: string | null
  version: number
} & Record<ProfileIssue, boolean>

/** Profiles with an issue (of this kind, if given), the most harmful first. */
export async function worstProfiles(
  tx: Tx,
  wanted: Wanted,
  kind: ProfileIssue | null,
  size: number,
  offset: number,
): Promise<ProfileItem[]> {
  const flags = profileIssues.map((issue) => sql`${has(issue, wanted)} as ${sql.ref(issue)}`)
  const points = profileIssues.map((issue) => sql`${has(issue, wanted)}::int * ${sql.lit(harmOf[issue])}`)
  const condition = sql.join(
    (kind === null ? profileIssues : [kind]).map((issue) => has(issue, wanted)),
    sql` or `,
  )
  const { rows } = await sql<Row>`
    select c.id, ${factor} * (${sql.join(points, sql` + `)}) as harm, c.completeness, c.version,
      c.confirmed_on as "confirmedOn", c.located_by as "locatedBy", ${sql.join(flags)}
    ${scope(wanted)} and (${condition}) order by harm desc, c.completeness, c.id limit ${size} offset ${offset}`.execute(
    tx,
  )
  const ids = rows.map((row) => row.id)
  const [briefs, filled] = [await briefsOf(tx, ids), await filledPartsOf(tx, ids)]
  return rows.flatMap(({ id, harm, completeness, confirmedOn, locatedBy, version, ...flagged }) => {
    const [customer, parts] = [briefs.get(id), filled.get(id)]
    if (customer === undefined || parts === undefined) return []
    const issues = profileIssues.filter((issue) => flagged[issue])
    const missing = missingFrom(completenessOf(parts, wanted.facts.settings.weights).parts)
    return [
      {
        what: 'profile' as const,
        harm,
        customer,
        worst: kind ?? worstOf(issues) ?? 'stale',
        issues,
        completeness,
        missing: missing.map(({ part }) => part),
        confirmedOn,
        locatedBy,
        version,
      },
    ]
  })
}
