import { createRoute, z } from '@hono/zod-openapi'
import { Id, answers, body } from '../../platform/contract.ts'
import { Undo, Undone } from '../schema.ts'
import {
  ChangeLines,
  CommitTransfer,
  LinesQuery,
  NewTransfer,
  Transfer,
  TransferLines,
  TransferList,
} from '../schema/transfer.ts'

const tags = ['Transfers']
const Path = z.object({ id: Id })

export const draftTransfer = createRoute({
  method: 'post',
  path: '/api/transfers',
  tags,
  summary: 'Looks at what a transfer of customers to one or many successors would do; changes nothing',
  request: { body: body(NewTransfer) },
  responses: answers(Transfer),
})
export const listTransfers = createRoute({
  method: 'get',
  path: '/api/transfers',
  tags,
  summary: 'Transfers that were done, the latest first',
  request: {
    query: z.object({
      page: z.coerce.number().int().min(1).max(1_000_000).optional(),
      size: z.coerce.number().int().min(1).max(200).optional().openapi({ description: '50 if left out' }),
    }),
  },
  responses: answers(TransferList),
})
export const readTransfer = createRoute({
  method: 'get',
  path: '/api/transfers/{id}',
  tags,
  summary: 'A transfer: its preview, and what became of it',
  request: { params: Path },
  responses: answers(Transfer),
})
export const listTransferLines = createRoute({
  method: 'get',
  path: '/api/transfers/{id}/lines',
  tags,
  summary: 'The customers of a transfer and their successors, page by page',
  request: { params: Path, query: LinesQuery },
  responses: answers(TransferLines),
})
export const changeTransferLines = createRoute({
  method: 'post',
  path: '/api/transfers/{id}/lines',
  tags,
  summary: 'Gives customers of a transfer another successor by hand, or leaves them out, before it is done',
  request: { params: Path, body: body(ChangeLines) },
  responses: answers(Transfer),
})
export const commitTransfer = createRoute({
  method: 'post',
  path: '/api/transfers/{id}/commit',
  tags,
  summary: 'Does a transfer, all or nothing; refused when something it relied on changed since the preview',
  request: {
    params: Path,
    headers: z.object({ 'idempotency-key': z.string().trim().min(1).max(200).optional() }),
    body: body(CommitTransfer),
  },
  responses: answers(Transfer),
})
export const undoTransfer = createRoute({
  method: 'post',
  path: '/api/transfers/{id}/undo',
  tags,
  summary: 'Takes a transfer back, with a batch of its own; refused when something later was recorded',
  request: { params: Path, body: body(Undo) },
  responses: answers(Undone),
})
export const dropTransfer = createRoute({
  method: 'delete',
  path: '/api/transfers/{id}',
  tags,
  summary: 'Throws a transfer away that was only looked at',
  request: { params: Path },
  responses: answers(z.object({ id: Id })),
})
