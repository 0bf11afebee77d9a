import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/server/database/connect.ts'
import { asRelevo } from '../../../platform/server/database/transaction.ts'

export async function insertInvitation(
  tx: Tx,
  invitation: {
    organization_id: string
    id: string
    person_id: string
    token_hash: string
    email: string
    mailed: boolean
    invited_by: string | null
    invited_at: Date
    expires_at: Date
  },
): Promise<void> {
  await tx.insertInto('invitation').values(invitation).execute()
}

/** Makes every open link of a person worthless. Answers how many there were. */
export async function withdrawInvitations(tx: Tx, person: string, at: Date): Promise<number> {
  const rows = await tx
    .updateTable('invitation')
    .set({ withdrawn_at: at })
    .where('person_id', '=', person)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .returning('id')
    .execute()
  return rows.length
}

export async function markMailed(tx: Tx, id: string): Promise<void> {
  await tx.updateTable('invitation').set({ mailed: true }).where('id', '=', id).execute()
}

export async function markAccepted(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable('invitation').set({ accepted_at: at }).where('id', '=', id).execute()
}

/** The newest link of a person that was neither accepted nor withdrawn. */
export async function openInvitation(tx: Tx, person: string) {
  const row = await tx
    .selectFrom('invitation')
    .select(['email', 'expires_at', 'mailed', 'invited_at'])
    .where('person_id', '=', person)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .orderBy('invited_at', 'desc')
    .executeTakeFirst()
  return row ?? null
}

/** In which company the invitation with this hash is; asked before anybody is signed in, so only its own row is seen. */
export async function companyOfToken(db: Database, tokenHash: string): Promise<string | null> {
  if (!/^[0-9a-f]{64}$/.test(tokenHash)) throw new Error('a malformed hash')
  return await db.connection().execute(async (tx) => {
    try {
      await sql.raw(`begin read only; ${asRelevo}; set local app.token_hash = '${tokenHash}'`).execute(tx)
      const { rows } = await sql<{ company: string }>`
        select organization_id as company from invitation where token_hash = ${tokenHash}`.execute(tx)
      return rows[0]?.company ?? null
    } finally {
      await sql.raw('rollback').execute(tx)
    }
  })
}

/** The invitation with this hash and the person it is for, locked when it is about to be accepted. */
export async function invitationByToken(tx: Tx, tokenHash: string, lock: boolean) {
  const { rows } = await sql<{
    id: string
    personId: string
    name: string
    email: string
    mailed: boolean
    invitedBy: string | null
    expiresAt: Date
    acceptedAt: Date | null
    withdrawnAt: Date | null
    leftOn: string | null
    accountId: string | null
    accessEndedAt: Date | null
    company: string
  }>`
    select i.id, i.person_id as "personId", p.name, i.email, i.mailed, i.invited_by as "invitedBy",
      i.expires_at as "expiresAt", i.accepted_at as "acceptedAt", i.withdrawn_at as "withdrawnAt",
      p.left_on as "leftOn", p.user_id as "accountId", p.access_ended_at as "accessEndedAt", o.name as company
    from invitation i
    join person p on p.organization_id = i.organization_id and p.id = i.person_id
    join organization o on o.id = i.organization_id
    where i.token_hash = ${tokenHash} ${lock ? sql`for update of i, p` : sql``}`.execute(tx)
  return rows[0] ?? null
}
