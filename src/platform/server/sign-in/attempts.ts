import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '../database/connect.ts'

const most = 30
const windowMs = 15 * 60_000

/**
 * Counts a try to sign in to an account, from wherever it comes (the limit per address is the sign-in part's own).
 * Answers how many seconds to wait, 0 if it may be tried. Passkeys don't pass here, so nobody is locked out by others.
 */
export async function countAttempt(db: Database, email: string, now: number): Promise<number> {
  const key = keyOf(email)
  // "lastRequest" holds the window's end, because rows far past it are swept away by the sign-in part.
  const { rows } = await sql<{ count: number; until: number }>`
    insert into sign_in."rateLimit" as r ("id", "key", "count", "lastRequest")
    values (${key}, ${key}, 1, ${now + windowMs})
    on conflict ("key") do update set
      "count" = case when r."lastRequest" < ${now} then 1 else r."count" + 1 end,
      "lastRequest" = case when r."lastRequest" < ${now} then ${now + windowMs} else r."lastRequest" end
    returning "count" as count, "lastRequest" as until`.execute(db)
  const [row] = rows
  return row === undefined || row.count <= most ? 0 : Math.max(1, Math.ceil((row.until - now) / 1000))
}

/** Signed in: the count begins anew. */
export async function forgetAttempts(db: Database, email: string): Promise<void> {
  await sql`delete from sign_in."rateLimit" where "key" = ${keyOf(email)}`.execute(db)
}

/** No addresses in the clear. */
function keyOf(email: string): string {
  return `account|${createHash('sha256').update(email.trim().toLowerCase()).digest('base64url')}`
}
