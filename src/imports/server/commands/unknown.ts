import type { Actor } from '../../../platform/server/database/actor.ts'
import { commandAs, readAs } from '../../../platform/server/database/transaction.ts'
import { type Refusal, isRefusal, refuse } from '../../../values/refusal.ts'
import { type UnknownChoice, isLookedUp } from '../../references.ts'
import { type Importing, targetOf } from '../importing.ts'
import { importById, setImport, takeImport } from '../queries/import.ts'
import { problemsOf } from '../queries/problems.ts'
import { fit } from './prepare.ts'

export type Unknown = {
  readonly field: string
  readonly chosen: UnknownChoice
  readonly choices: readonly UnknownChoice[]
  /** Rows that refer to it and are kept back. */
  readonly rows: number
  /** Some of what they call it. */
  readonly values: readonly string[]
}

/** What rows refer to that the company doesn't have, by field, with what a person may choose (rule 1.6). */
export async function unknownIn(
  importing: Importing,
  actor: Actor,
  id: string,
): Promise<{ unknown: Unknown[] } | Refusal> {
  return await readAs(importing.db, actor, async (tx) => {
    const record = await importById(tx, id)
    if (record === null) return refuse('not-found')
    const { fields } = targetOf(importing, record.entity).rules
    const found = (await problemsOf(tx, id)).filter((one) => isLookedUp(one, fields))
    const unknown = fields.flatMap((field): Unknown[] => {
      const chosen = record.options.unknown?.[field.name] ?? 'reject'
      const here = found.filter((one) => one.field === field.name)
      if (field.unknown === undefined || (here.length === 0 && chosen === 'reject')) return []
      return [
        {
          field: field.name,
          chosen,
          choices: ['reject', ...field.unknown],
          rows: here.reduce((sum, one) => sum + one.rows, 0),
          values: here.flatMap((one) => one.value ?? []).slice(0, 8),
        },
      ]
    })
    return { unknown }
  })
}

/** Says what becomes of rows that refer to something unknown; all rows are then judged anew, behind the request. */
export async function chooseUnknown(
  importing: Importing,
  actor: Actor,
  id: string,
  wanted: { readonly field: string; readonly choice: UnknownChoice },
): Promise<{ state: 'checking' } | Refusal> {
  return await commandAs(importing.db, actor, 'choose-unknown', async (tx) => {
    const record = fit(await takeImport(tx, id, true), 'amend')
    if (isRefusal(record)) return record
    const field = targetOf(importing, record.entity).rules.fields.find(({ name }) => name === wanted.field)
    const choices = field?.unknown === undefined ? [] : ['reject', ...field.unknown]
    if (!choices.includes(wanted.choice))
      return refuse('invalid-mapping-unknown-field', { rule: '1.6', facts: { field: wanted.field } })
    const unknown = { ...record.options.unknown, [wanted.field]: wanted.choice }
    const options = { ...record.options, unknown }
    await setImport(tx, id, { options, state: 'checking', position: 0, counts: {}, attempts: 0 })
    return { state: 'checking' as const }
  })
}
