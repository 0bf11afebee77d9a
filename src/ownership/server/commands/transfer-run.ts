import { commandAs, readAs } from '../../../platform/server/database/transaction.ts'
import type { Services } from '../../../platform/server/services.ts'
import { tryAll } from '../../../platform/server/try-all.ts'
import { isRefusal } from '../../../values/refusal.ts'
import { registerFacts } from '../../../customers/server/queries/company.ts'
import { programActor } from '../../../people/server/queries/actor.ts'
import {
  deleteOldDrafts,
  keepFailure,
  keepProgress,
  longWaiting,
  takeWaiting,
  whoAsked,
} from '../queries/transfer/background.ts'
import { writeTransfer } from './transfer-write.ts'

/**
 * Does a large transfer that somebody asked for, in one transaction, and notes its progress beside it. Safe to run twice:
 * only one run at a time, and none once it's done. Refused, it's a draft again that says why.
 */
export async function runTransfer(services: Services, company: string, id: string): Promise<void> {
  const { db } = services
  const program = programActor(company)
  const actor = { ...program, personId: await readAs(db, program, (tx) => whoAsked(tx, id)) }
  const answer = await commandAs(db, actor, 'commit-transfer', async (tx, changes) => {
    const transfer = await takeWaiting(tx, id)
    if (transfer === null) return null
    const register = await registerFacts(tx, actor, services.now)
    return await writeTransfer(tx, changes, register, transfer, (written) =>
      commandAs(db, program, 'note-progress', (other) => keepProgress(other, id, written)),
    )
  })
  if (isRefusal(answer)) {
    const { refused: code, ...more } = answer
    await commandAs(db, program, 'refuse-transfer', (tx) => keepFailure(tx, id, { code, ...more }))
  }
}

/** Does what a fall of the server left waiting. */
export async function resumeTransfers(services: Services, company: string): Promise<void> {
  const waiting = await readAs(services.db, programActor(company), longWaiting)
  await tryAll(waiting, (id) => runTransfer(services, company, id))
}

/** Throws old drafts away. */
export async function tidyTransfers({ db }: Services, company: string): Promise<void> {
  await commandAs(db, programActor(company), 'tidy-transfers', deleteOldDrafts)
}
