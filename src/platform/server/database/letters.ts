import { sql } from 'kysely'
import type { Database } from './connect.ts'

/**
 * Whether this database knows letters beyond ASCII. With the character type "C" the search ignores Chinese and accents
 * count wrong; only making the database anew mends it.
 */
export async function knowsLetters(db: Database): Promise<boolean> {
  const { rows } = await sql<{ known: boolean }>`select cardinality(show_trgm('客户')) > 0 as known`.execute(
    db,
  )
  return rows[0]?.known ?? false
}
