import { readAs } from '../../../platform/server/database/transaction.ts'
import { answer } from '../../../platform/server/http/answer.ts'
import { type Routes, newRoutes } from '../../../platform/server/http/routes.ts'
import type { Services } from '../../../platform/server/services.ts'
import { lacks } from '../../../people/permissions.ts'
import { refuse } from '../../../values/refusal.ts'
import * as api from '../../api/transfer.ts'
import { commitTransfer } from '../commands/transfer-commit.ts'
import { draftTransfer } from '../commands/transfer-draft.ts'
import { changeLines, dropTransfer } from '../commands/transfer-lines.ts'
import { undoTransfer } from '../commands/transfer-undo.ts'
import type { Facts } from '../queries/facts.ts'
import { listTransfers } from '../queries/transfer/list.ts'
import { linesOf, readTransfer } from '../queries/transfer/read.ts'

/** Transfers of customers (rule 2.5): looked at, changed by hand, done, taken back. */
export function transferRoutes(services: Services, facts: Facts): Routes {
  const { db } = services
  return newRoutes()
    .openapi(api.draftTransfer, async (c) =>
      answer(c, await draftTransfer(services, facts, c.get('actor'), c.req.valid('json'))),
    )
    .openapi(api.listTransfers, async (c) => {
      const actor = c.get('actor')
      const { page = 1, size = 50 } = c.req.valid('query')
      return answer(
        c,
        lacks(actor, 'customers.assign') ?? (await readAs(db, actor, (tx) => listTransfers(tx, page, size))),
      )
    })
    .openapi(api.readTransfer, async (c) => {
      const actor = c.get('actor')
      const found =
        lacks(actor, 'customers.assign') ??
        (await readAs(db, actor, (tx) => readTransfer(tx, c.req.valid('param').id)))
      return answer(c, found ?? refuse('not-found'))
    })
    .openapi(api.listTransferLines, async (c) => {
      const actor = c.get('actor')
      const { id } = c.req.valid('param')
      const found =
        lacks(actor, 'customers.assign') ??
        (await readAs(db, actor, async (tx) =>
          (await readTransfer(tx, id)) === null
            ? refuse('not-found')
            : await linesOf(tx, id, c.req.valid('query')),
        ))
      return answer(c, found)
    })
    .openapi(api.changeTransferLines, async (c) =>
      answer(
        c,
        await changeLines(services, facts, c.get('actor'), c.req.valid('param').id, c.req.valid('json')),
      ),
    )
    .openapi(api.commitTransfer, async (c) => {
      const given = c.req.valid('json')
      const key = given.key ?? c.req.valid('header')['idempotency-key']
      const asked = key === undefined ? given : { ...given, key }
      return answer(c, await commitTransfer(services, c.get('actor'), c.req.valid('param').id, asked))
    })
    .openapi(api.undoTransfer, async (c) =>
      answer(
        c,
        await undoTransfer(services, c.get('actor'), c.req.valid('param').id, c.req.valid('json').reason),
      ),
    )
    .openapi(api.dropTransfer, async (c) =>
      answer(c, await dropTransfer(services, c.get('actor'), c.req.valid('param').id)),
    ) as unknown as Routes
}
