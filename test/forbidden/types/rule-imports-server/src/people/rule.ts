import { rows } from './server/queries.ts'

export const first = rows[0]
