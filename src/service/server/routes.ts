import { lacks } from '../../people/permissions.ts'
import { companyDay } from '../../people/server/queries/company.ts'
import { readAs } from '../../platform/server/database/transaction.ts'
import { answer } from '../../platform/server/http/answer.ts'
import { type Routes, newRoutes } from '../../platform/server/http/routes.ts'
import type { Services } from '../../platform/server/services.ts'
import type { Day } from '../../values/day.ts'
import * as api from '../api.ts'
import { type ComplaintAct, complaintActs, complaintState } from '../complaint.ts'
import {
  passOnComplaint,
  raiseComplaint,
  rateComplaint,
  reopenComplaint,
  resolveComplaint,
} from './commands/complaints.ts'
import { countComplaints, listComplaints } from './queries/list.ts'

const acts = Object.keys(complaintActs) as ComplaintAct[]

/** Complaints: who has to answer which, by when, and what came of it (rule 8.2). */
export function complaintRoutes(services: Services): Routes {
  return newRoutes()
    .openapi(api.listComplaints, async (c) => {
      const actor = c.get('actor')
      const no = lacks(actor, 'customers.read')
      if (no !== null) return answer(c, no) as never
      const filter = c.req.valid('query')
      const mayRaise = actor.may.includes('complaints.write')
      const page = await readAs(services.db, actor, async (tx) => {
        const today = (await companyDay(tx)) as Day
        const { rows, next } = await listComplaints(tx, filter, today)
        const complaints = rows.map((row) => {
          const state = complaintState({ dueOn: row.dueOn as Day, resolvedOn: row.resolvedOn as Day }, today)
          const may = mayRaise ? acts.filter((act) => complaintActs[act].includes(state)) : []
          return { ...row, state, may }
        })
        return { complaints, counts: await countComplaints(tx, filter, today), next, mayRaise }
      })
      return c.json(page, 200)
    })
    .openapi(api.raiseComplaint, async (c) =>
      answer(c, await raiseComplaint(services, c.get('actor'), c.req.valid('param').id, c.req.valid('json'))),
    )
    .openapi(api.passOnComplaint, async (c) =>
      answer(
        c,
        await passOnComplaint(services, c.get('actor'), c.req.valid('param').id, c.req.valid('json')),
      ),
    )
    .openapi(api.resolveComplaint, async (c) =>
      answer(
        c,
        await resolveComplaint(services, c.get('actor'), c.req.valid('param').id, c.req.valid('json')),
      ),
    )
    .openapi(api.reopenComplaint, async (c) =>
      answer(
        c,
        await reopenComplaint(services, c.get('actor'), c.req.valid('param').id, c.req.valid('json')),
      ),
    )
    .openapi(api.rateComplaint, async (c) =>
      answer(c, await rateComplaint(services, c.get('actor'), c.req.valid('param').id, c.req.valid('json'))),
    ) as unknown as Routes
}
