import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Services } from '../../../platform/server/services.ts'
import { type Refusal, refuse } from '../../../values/refusal.ts'
import { type CustomerField, columnsFor, customerFieldNames, valueIn } from '../../fields.ts'
import { mergeField } from '../../merge-field.ts'
import { fieldSavedHow } from '../../protected.ts'
import type { ChangeCustomer, ChangeOutcome } from '../../schema/change.ts'
import { isAncestor } from '../queries/parents.ts'
import type { Row } from '../queries/save.ts'
import { ask } from './ask.ts'
import { type Work, onCustomer } from './in-register.ts'
import { codeTaken } from './refusals.ts'
import { saveCustomer } from './save.ts'

type Sorted = {
  save: [CustomerField, unknown][]
  request: { field: string; from: unknown; to: unknown }[]
  conflicts: ChangeOutcome['conflicts']
}

/**
 * Changes fields of a profile. Each is merged with what the register holds now: what can be saved is, a protected field
 * becomes a request for whoever may not change it (rule 1.4), and a field that somebody else changed meanwhile is
 * answered with both values and left as it is.
 */
export async function changeCustomer(
  services: Services,
  actor: Actor,
  id: string,
  input: ChangeCustomer,
): Promise<ChangeOutcome | Refusal> {
  const work = onCustomer(services, actor, 'change-customer', 'customers.change', id, async (in_) => {
    const sorted = sortFields(in_.row, input.set, actor.may)
    const refusal = await checkReferences(in_, id, sorted)
    if (refusal !== null) return refusal
    const { save, request, conflicts } = sorted
    const columns = Object.assign({}, ...save.map(([field, value]) => columnsFor(field, value))) as Record<
      string,
      unknown
    >
    const version = await saveCustomer(in_, in_.row, columns, { cause: 'edited' })
    const wishes = request.map((one) => ({ ...one, entity: 'customer', entityId: id }) as const)
    const requested = await ask(in_, id, wishes, input.reason)
    return { version, saved: save.map(([field]) => field), requested, conflicts }
  })
  return await work.catch((error: unknown) => codeTaken(error, input.set.code?.[1]))
}

function sortFields(row: Row, set: ChangeCustomer['set'], may: readonly string[]): Sorted {
  const sorted: Sorted = { save: [], request: [], conflicts: [] }
  for (const field of customerFieldNames) {
    const pair = set[field]
    if (pair === undefined) continue
    const [from, to] = pair
    const current = valueIn(row, field)
    const merged = mergeField(current, from, to)
    if (merged.outcome === 'conflict')
      sorted.conflicts.push({ field, from: from ?? null, mine: to, theirs: current })
    if (merged.outcome !== 'apply') continue
    if (fieldSavedHow(field, current, may) === 'save') sorted.save.push([field, merged.value])
    else sorted.request.push({ field, from: current, to: merged.value })
  }
  return sorted
}

async function checkReferences({ tx }: Work, id: string, { save }: Sorted): Promise<Refusal | null> {
  const parent = save.find(([field]) => field === 'parentId')?.[1]
  if (typeof parent !== 'string') return null
  if (await isAncestor(tx, [id], parent)) return refuse('invalid-parent-circle')
  return null
}
