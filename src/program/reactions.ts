import type { Reactions } from '../platform/server/database/reactions.ts'
import { passVisits } from '../visits/server/queries/pass.ts'

/** What follows from what in the same transaction, whichever command did it (docs/decisions/0040); one line each. */
export const reactionsOfAll: Reactions = { holder: passVisits }
