import { sql } from 'kysely'
import type { ImportContext, StagedRow } from '../../../imports/server/target.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { parseSpokenLanguage } from '../../../values/spoken-language.ts'
import { guessRole } from '../../guess-role.ts'
import { resolveManagers } from './import-managers.ts'

/** Looks up managers, reads languages, guesses roles, and finds what two people can't share. */
export async function resolvePeople(
  tx: Tx,
  rows: readonly StagedRow[],
  context: ImportContext,
): Promise<void> {
  for (const row of rows) {
    readLanguages(row)
    checkDays(row)
  }
  await checkEmails(tx, rows, context)
  await resolveManagers(tx, rows, context)
  await guessRoles(tx, rows, context)
}

const textOf = (row: StagedRow, field: string) => {
  const value = row.values[field]
  return typeof value === 'string' ? value : null
}

function readLanguages(row: StagedRow): void {
  const said = row.values['languages']
  if (!Array.isArray(said)) return
  const read = said.map((text: string) => [text, parseSpokenLanguage(text)] as const)
  const unknown = read.find(([, code]) => code === null)
  if (unknown !== undefined) {
    row.problems.push({ code: 'unknown-language', field: 'languages', value: unknown[0] })
  } else row.values = { ...row.values, languages: [...new Set(read.map(([, code]) => code ?? ''))] }
}

function checkDays(row: StagedRow): void {
  const [hired, left] = [textOf(row, 'hired_on'), textOf(row, 'left_on')]
  if (hired !== null && left !== null && left < hired) {
    row.problems.push({ code: 'left-before-hired', field: 'left_on', value: left, facts: { hired } })
  }
}

/** An address belongs to one person: neither somebody else here nor another row of the file may have it. */
async function checkEmails(tx: Tx, rows: readonly StagedRow[], context: ImportContext): Promise<void> {
  const emails = [...new Set(rows.flatMap((row) => textOf(row, 'email')?.toLowerCase() ?? []))]
  if (emails.length === 0) return
  const { rows: here } = await sql<{ email: string; code: string }>`
    select lower(email) as email, code from person where lower(email) = any (${emails}::text[])`.execute(tx)
  const owners = new Map(here.map((one) => [one.email, one.code]))
  const inFile = await context.inFile(tx, 'email', emails, 'code')
  for (const row of rows) {
    const [email, code] = [textOf(row, 'email'), textOf(row, 'code')]
    if (email === null || code === null) continue
    const owner = owners.get(email.toLowerCase())
    const first = inFile.get(email) ?? inFile.get(email.toLowerCase())
    if (owner !== undefined && owner !== code) {
      row.problems.push({ code: 'email-of-another', field: 'email', value: email, facts: { code: owner } })
    } else if (typeof first === 'string' && first !== code) {
      row.problems.push({ code: 'email-twice', field: 'email', value: email, facts: { code: first } })
    }
  }
}

/** Who is named as somebody's manager anywhere in the file leads; so does whose title says it. */
async function guessRoles(tx: Tx, rows: readonly StagedRow[], context: ImportContext): Promise<void> {
  const known = rows.flatMap((row) => [textOf(row, 'code'), textOf(row, 'name'), textOf(row, 'email')])
  const asked = [...new Set(known.filter((text) => text !== null))]
  const led = await context.inFile(tx, 'manager', asked, 'name')
  for (const row of rows) {
    const leads = ['code', 'name', 'email'].some((field) => led.has(textOf(row, field) ?? ''))
    row.values = { ...row.values, guessed_role: guessRole(textOf(row, 'title') ?? '', leads) }
  }
}
