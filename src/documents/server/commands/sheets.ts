import { companyOf } from '../../../people/server/queries/company.ts'
import { noteAccess } from '../../../platform/server/access-log.ts'
import type { Actor } from '../../../platform/server/database/actor.ts'
import { commandAs } from '../../../platform/server/database/transaction.ts'
import { sentencesOf } from '../../../platform/server/sentences.ts'
import { type Services, dayIn } from '../../../platform/server/services.ts'
import { type Refusal, refuse } from '../../../values/refusal.ts'
import { sheetPage } from '../../sheet-page.ts'
import { type Wanted, sheetsFor } from '../queries/sheets.ts'

/**
 * Profile sheets to print or to read offline (rule 1.5). One's own customers and a single one are for everybody who sees
 * them; an area or somebody else's book is an export. Logged as a read in bulk (rule 10.2).
 */
export async function printSheets(
  services: Services,
  actor: Actor,
  wanted: Wanted,
): Promise<{ html: string; fileName: string } | Refusal> {
  if (!actor.may.includes('customers.read')) return refuse('not-allowed')
  const own =
    wanted.customer !== undefined || (wanted.person !== undefined && wanted.person === actor.personId)
  if (!own && !actor.may.includes('customers.export')) return refuse('not-allowed')
  return await commandAs(services.db, actor, 'print-sheets', async (tx) => {
    const company = await companyOf(tx)
    const sheets = await sheetsFor(tx, wanted)
    const [only] = sheets
    if (only === undefined) return refuse('not-found')
    await noteAccess(tx, actor, { action: 'customers.printed', entity: 'customer', rowCount: sheets.length })
    const today = dayIn(company.timeZone, services.now())
    const say = sentencesOf('documents', company.language)
    const title = sheets.length === 1 ? only.name : say('sheet.title', { company: company.name })
    return { html: sheetPage(title, today, company.language, sheets, say), fileName: `${today}-sheets.html` }
  })
}
