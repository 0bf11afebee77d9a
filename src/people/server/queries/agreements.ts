import type { Tx } from '../../../platform/server/database/connect.ts'
import type { AgreementInput } from '../../schema/agreement.ts'

const columnsOf = (input: AgreementInput) => ({
  kind: input.kind,
  signed_on: input.signedOn ?? null,
  starts_on: input.startsOn ?? null,
  ends_on: input.endsOn ?? null,
  compensation_minor: input.compensationMinor ?? null,
  currency: input.currency ?? null,
  note: input.note ?? '',
})

export async function insertAgreement(
  tx: Tx,
  organization: string,
  id: string,
  person: string,
  input: AgreementInput,
): Promise<void> {
  await tx
    .insertInto('agreement')
    .values({ organization_id: organization, id, person_id: person, ...columnsOf(input) })
    .execute()
}

/** False when the person has no such agreement. */
export async function updateAgreement(
  tx: Tx,
  id: string,
  person: string,
  input: AgreementInput,
): Promise<boolean> {
  const row = await tx
    .updateTable('agreement')
    .set((eb) => ({ ...columnsOf(input), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('person_id', '=', person)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** False when the person has no such agreement. */
export async function deleteAgreement(tx: Tx, id: string, person: string): Promise<boolean> {
  const row = await tx
    .deleteFrom('agreement')
    .where('id', '=', id)
    .where('person_id', '=', person)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
