import type { Logger } from 'pino'
import type { Actor } from '../../platform/server/database/actor.ts'
import type { Database, Tx } from '../../platform/server/database/connect.ts'
import { dayIn } from '../../platform/server/services.ts'
import { createdFields } from '../references.ts'
import type { Setup } from './check.ts'
import { type ImportRecord, companyHabits } from './queries/import.ts'
import { valuesInFile } from './queries/staged.ts'
import type { ServerTarget } from './target.ts'

/** What the engine needs of the program: it knows no feature, so the targets are handed to it. */
export type Importing = {
  readonly db: Database
  readonly log: Logger
  readonly now: () => Date
  /** Uploaded files wait in its folder `imports`. */
  readonly dataFolder: string
  readonly targets: ReadonlyMap<string, ServerTarget>
  /** Who acts when the work goes on behind the requests: for the company, in the name of whoever started it. */
  readonly actorFor: (organizationId: string, personId: string | null) => Actor
}

export function targetOf(importing: Importing, entity: string): ServerTarget {
  const target = importing.targets.get(entity)
  if (target === undefined) throw new Error(`nothing is imported as ${entity}`)
  return target
}

/** Everything that judging and writing rows of an import needs. */
export async function setupOf(importing: Importing, tx: Tx, record: ImportRecord): Promise<Setup> {
  const target = targetOf(importing, record.entity)
  const { timeZone } = await companyHabits(tx)
  const { columns, options } = record
  return {
    target,
    columns,
    options,
    context: {
      organizationId: record.organizationId,
      personId: record.startedBy,
      importId: record.id,
      today: dayIn(timeZone, importing.now()),
      country: options.country,
      currency: options.currency,
      datum: options.datum,
      creates: createdFields(target.rules.fields, options.unknown),
      fields: new Set(columns.flatMap((column) => column.field ?? [])),
      inFile: (within, by, texts, wanted) => valuesInFile(within, record.id, by, texts, wanted),
    },
  }
}
