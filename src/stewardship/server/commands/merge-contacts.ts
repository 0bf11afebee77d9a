import type { Tx } from '../../../platform/server/database/connect.ts'
import type { Charge, Moved } from '../../moving.ts'
import { inChargeOf, moveContacts, setInCharge } from '../queries/moving-contacts.ts'

/**
 * Moves the contacts of the others to the first entry. One person is in charge afterwards: the one of the entry that was
 * chosen, else the kept one's, else the first other's. `same` names contacts that stay because the kept entry has them.
 */
export async function mergeContacts(
  tx: Tx,
  entries: readonly { id: string }[],
  same: ReadonlyMap<string, string>,
  chosenEntry: string | null,
): Promise<{ moved: Moved[]; charges: Charge[] }> {
  const [kept = '', ...others] = entries.map((entry) => entry.id)
  const inCharge = await inChargeOf(tx, [kept, ...others])
  const order = [...new Set([chosenEntry ?? kept, kept, ...others])]
  const found = order.map((id) => inCharge.get(id)?.id).find((id) => id !== undefined)
  const wanted = found === undefined ? null : (same.get(found) ?? found)
  const moved = await moveContacts(tx, others, kept, [...same.keys()])
  const going = new Set(moved.map((one) => one.id))
  const before = inCharge.get(kept)?.id ?? null
  const charges: Charge[] = []
  for (const { id } of inCharge.values()) {
    if (id === before || going.has(id)) charges.push({ id, was: true, is: id === wanted })
  }
  if (wanted !== null && !charges.some((charge) => charge.id === wanted)) {
    charges.push({ id: wanted, was: false, is: true })
  }
  if (before !== null && before !== wanted) await setInCharge(tx, [before], false)
  if (wanted !== null) await setInCharge(tx, [wanted], true)
  return { moved, charges }
}
