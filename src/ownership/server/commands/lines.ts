import { lacks } from '../../../people/permissions.ts'
import { programActor } from '../../../people/server/queries/actor.ts'
import type { Actor } from '../../../platform/server/database/actor.ts'
import { commandAs, readAs } from '../../../platform/server/database/transaction.ts'
import type { Services } from '../../../platform/server/services.ts'
import { type Refusal, isRefusal, refuse } from '../../../values/refusal.ts'
import { type BusinessLine, linesToKeep } from '../../lines.ts'
import type { ChangeBusinessLines } from '../../schema/lines.ts'
import { keepLines, linesUsed, readLines } from '../queries/lines.ts'

type Kept = { lines: BusinessLine[]; version: number }

/** Changes the company's lines of business. Refused with changed-since when somebody saved after the version seen. */
export async function changeLines(
  { db }: Services,
  actor: Actor,
  { lines: wanted, version }: ChangeBusinessLines,
): Promise<Kept | Refusal> {
  const no = lacks(actor, 'company.settings')
  if (no !== null) return no
  // Whoever sets the rules need not see the customers: whether a line is used is the program's to say.
  const used = await readAs(db, programActor(actor.organizationId), async (tx) =>
    linesUsed(
      tx,
      (await readLines(tx)).lines.map(({ code }) => code),
    ),
  )
  return await commandAs(db, actor, 'change-business-lines', async (tx, changes) => {
    const before = await readLines(tx)
    const lines = linesToKeep(before.lines, wanted, used)
    if (isRefusal(lines)) return lines
    if (!(await keepLines(tx, lines, version)))
      return refuse('changed-since', { facts: { version: before.version } })
    changes.add('organization', actor.organizationId)
    return { lines, version: version + 1 }
  })
}
