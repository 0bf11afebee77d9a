import type { Actor } from '../../platform/server/database/actor.ts'
import type { Tx } from '../../platform/server/database/connect.ts'
import type { Day } from '../../values/day.ts'
import type { Entry } from '../entry.ts'

/** What a feature has for a person's calendar between two days; read as that person, so that row-level security decides. */
export type CalendarSource = (tx: Tx, actor: Actor, span: { from: Day; to: Day }) => Promise<Entry[]>
