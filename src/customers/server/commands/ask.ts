import type { ChangeOutcome } from '../../schema/change.ts'
import { type Wish, askForChanges } from '../queries/requests-write.ts'
import type { Work } from './in-register.ts'

/** Records what a person may not change alone as requests (rule 1.4), and tells the change feed. */
export async function ask(
  { tx, changes }: Work,
  customer: string,
  wishes: readonly Wish[],
  reason: string | undefined,
): Promise<ChangeOutcome['requested']> {
  const { asked, withdrawn } = await askForChanges(tx, customer, wishes, reason)
  const touched = [...asked.map(({ requestId }) => requestId), ...withdrawn]
  changes.addAll(
    'change_request',
    touched.map((id) => ({ id, customerId: customer })),
  )
  return asked
}
