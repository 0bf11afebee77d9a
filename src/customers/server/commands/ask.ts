import { tell } from '../../../notices/server/commands/tell.ts'
import type { ChangeOutcome } from '../../schema/change.ts'
import { decidersOf } from '../queries/deciders.ts'
import { type Wish, askForChanges } from '../queries/requests-write.ts'
import type { Work } from './in-register.ts'

/** Records what a person may not change alone as requests (rule 1.4), and tells the change feed and whoever is to decide. */
export async function ask(
  { tx, changes, facts: { actor } }: Work,
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
  const [first] = asked
  if (first !== undefined && actor.personId !== null) {
    const facts = { by: actor.personId, customer, count: asked.length }
    const deciders = await decidersOf(tx, customer)
    await tell(
      tx,
      changes,
      deciders.map((personId) => ({ personId, kind: 'request-opened', about: first.requestId, facts })),
    )
  }
  return asked
}
