import type { Row } from '../server/queries.ts'

export const row: Row = { name: '' }
