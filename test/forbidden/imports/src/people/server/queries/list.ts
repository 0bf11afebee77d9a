import { sql } from 'kysely'

export const list = sql
