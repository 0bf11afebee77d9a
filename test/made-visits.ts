import { sql } from 'kysely'
import { newId } from '../src/platform/server/uuid.ts'
import type { Server } from './make.ts'
import { asProgram } from './register.ts'

type Made = { customer: string; person: string; on: string; outcome?: string; companion?: string }

/** Visits that took place, as a file brings them; answers their ids. */
export async function madeVisits(
  server: Server,
  company: string,
  visits: readonly Made[],
): Promise<string[]> {
  return await asProgram(server, company, async (tx, changes) => {
    const ids: string[] = []
    for (const { customer, person, on, outcome = null, companion } of visits) {
      const id = newId()
      await sql`insert into visit (organization_id, id, customer_id, person_id, visited_on, outcome, planned_on, reason)
        values (app.organization(), ${id}, ${customer}, ${person}, ${on}, ${outcome}, null, 'unplanned')`.execute(
        tx,
      )
      changes.add('visit', id, customer)
      ids.push(id)
      if (companion === undefined) continue
      const own = newId()
      await sql`insert into visit_companion (organization_id, id, visit_id, customer_id, person_id, confirmed_at)
        values (app.organization(), ${own}, ${id}, ${customer}, ${companion}, now())`.execute(tx)
      changes.add('visit_companion', own, customer)
    }
    return ids
  })
}
