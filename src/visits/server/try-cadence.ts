import { lacks } from '../../people/permissions.ts'
import { programActor } from '../../people/server/queries/actor.ts'
import { companyDay } from '../../people/server/queries/company.ts'
import type { Actor } from '../../platform/server/database/actor.ts'
import { readAs } from '../../platform/server/database/transaction.ts'
import type { Services } from '../../platform/server/services.ts'
import { type CadenceRules, cadenceRulesFrom } from '../cadence-rules.ts'
import { shownLoad } from './due-page.ts'
import { loadsOf } from './cadence-load.ts'
import { readCadenceRules } from './queries/cadence-rules.ts'

type Shown = ReturnType<typeof shownLoad>
const sum = (loads: readonly Shown[]) => ({
  needed: loads.reduce((all, { needed }) => all + needed, 0),
  made: loads.reduce((all, { asked, missing }) => all + asked - missing, 0),
  missing: loads.reduce((all, { missing }) => all + missing, 0),
  stretched: loads.filter(({ stretched }) => stretched.length > 0).length,
})

/**
 * What other rules of cadence would ask of everybody, beside what today's do. Whoever may change them gets the numbers of
 * the whole company, also without seeing its customers.
 */
export async function tryCadence(services: Services, actor: Actor, rules: CadenceRules) {
  const no = lacks(actor, 'company.settings')
  if (no !== null) return no
  return await readAs(services.db, programActor(actor.organizationId), async (tx) => {
    const today = await companyDay(tx)
    const kept = await readCadenceRules(tx)
    const now = (await loadsOf(tx, kept.rules, {}, today)).map(shownLoad)
    const tried = (await loadsOf(tx, cadenceRulesFrom(rules), {}, today)).map(shownLoad)
    const people = now.flatMap((one, index) => {
      const other = tried[index]
      return other === undefined ? [] : [{ now: one, tried: other }]
    })
    return {
      now: sum(now),
      tried: sum(tried),
      people: people.toSorted((a, b) => b.tried.missing - a.tried.missing),
    }
  })
}
