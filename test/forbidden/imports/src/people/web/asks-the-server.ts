export type { list } from '../server/queries/list.ts'
