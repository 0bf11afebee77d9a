import { noteAccess } from '../../../platform/server/access-log.ts'
import type { Actor } from '../../../platform/server/database/actor.ts'
import { commandAs } from '../../../platform/server/database/transaction.ts'
import type { Services } from '../../../platform/server/services.ts'
import type { Refusal } from '../../../values/refusal.ts'
import { peopleTarget } from '../../import-target.ts'
import { lacks } from '../../permissions.ts'
import { companyDay } from '../queries/company.ts'
import { loadPeople } from '../queries/import-find.ts'
import { everybodyByCode } from '../queries/names.ts'

/**
 * Everybody as rows under the names of the import's fields, so that what goes out comes in again unchanged. Noted in
 * the access log (rule 10.2).
 */
export async function exportPeople(services: Services, actor: Actor): Promise<string[][] | Refusal> {
  const no = lacks(actor, 'people.export')
  if (no !== null) return no
  return await commandAs(services.db, actor, 'export-people', async (tx) => {
    const ids = await everybodyByCode(tx)
    const today = await companyDay(tx)
    const found = await loadPeople(tx, ids, { today }, false)
    await noteAccess(tx, actor, { action: 'people.exported', entity: 'person', rowCount: ids.length })
    const names = peopleTarget.fields.map((field) => field.name)
    const rows = ids.map((id) => {
      const values = found.get(id)?.values ?? {}
      return names.map((name) => {
        const value = values[name] ?? ''
        return Array.isArray(value) ? value.join(', ') : String(value)
      })
    })
    return [names, ...rows]
  })
}
