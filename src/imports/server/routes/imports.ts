import { Readable } from 'node:stream'
import type { ReadableStream as WebStream } from 'node:stream/web'
import type { Context } from 'hono'
import type { Actor } from '../../../platform/server/database/actor.ts'
import { readAs } from '../../../platform/server/database/transaction.ts'
import { refused } from '../../../platform/server/http/problem.ts'
import { type Routes, newRoutes } from '../../../platform/server/http/routes.ts'
import { writeCsv } from '../../../platform/server/tables/write-csv.ts'
import { type Refusal, isRefusal, refuse } from '../../../values/refusal.ts'
import * as api from '../../api.ts'
import type { Column, FileReading, ImportOptions } from '../../options.ts'
import { amendCell, decide } from '../commands/amend.ts'
import { beginCheck, configureImport, discardImport } from '../commands/prepare.ts'
import { permittedTargets, startImport } from '../commands/start.ts'
import { beginRun, beginUndo, cancelImport, resumeImport } from '../commands/steer.ts'
import { chooseUnknown, unknownIn } from '../commands/unknown.ts'
import { failedRowsFile } from '../failed-rows.ts'
import type { Importing } from '../importing.ts'
import { importById, languageOf, listImports } from '../queries/import.ts'
import { pageOfStaged } from '../queries/staged.ts'
import { sentencesIn } from '../sentences.ts'
import { currentCounts, detailOf, targetView, viewsOf } from '../views.ts'

const pageSize = 30

/** Importing by HTTP: take a file in, say what it means, check, run, undo (rule 1.6). */
export function importRoutes(importing: Importing): Routes {
  const { db } = importing
  const detail = (actor: Actor, id: string) =>
    readAs(db, actor, async (tx) => {
      const record = await importById(tx, id)
      return record === null ? refuse('not-found') : await detailOf(tx, record)
    })
  const counts = (actor: Actor, id: string) => readAs(db, actor, (tx) => currentCounts(tx, id))
  const say = async (actor: Actor) =>
    sentencesIn(await readAs(db, actor, (tx) => languageOf(tx, actor.personId)))

  return newRoutes()
    .openapi(api.listTargets, (c) => {
      const targets = permittedTargets(importing, c.get('actor')).map(targetView)
      return c.json({ targets }, 200)
    })
    .openapi(api.template, async (c) => {
      const { entity } = c.req.valid('param')
      const target = permittedTargets(importing, c.get('actor')).find((one) => one.entity === entity)
      if (target === undefined) return refused(c, refuse('not-allowed')) as never
      const words = await say(c.get('actor'))
      const header = target.fields.map((field) => words(`field.${field.name}`))
      return file(c, `${entity}.csv`, writeCsv([header])) as never
    })
    .openapi(api.uploadFile, async (c) => {
      const { name, entity } = c.req.valid('query')
      const actor = c.get('actor')
      const stream = c.req.raw.body
      if (stream === null) return refused(c, refuse('invalid-file-empty-file', { rule: '1.6' })) as never
      const started = await startImport(importing, actor, {
        fileName: name,
        file: Readable.fromWeb(stream as WebStream<Uint8Array>),
        entity: entity ?? null,
        reading: {},
      })
      return answer(c, isRefusal(started) ? started : await detail(actor, started.id)) as never
    })
    .openapi(api.listImports, async (c) => {
      const { before } = c.req.valid('query')
      const page = await readAs(db, c.get('actor'), async (tx) => {
        const records = await listImports(tx, before ?? null, pageSize + 1)
        const imports = await viewsOf(tx, records.slice(0, pageSize))
        return { imports, next: records.length > pageSize ? (imports.at(-1)?.id ?? null) : null }
      })
      return c.json(page, 200)
    })
    .openapi(
      api.readImport,
      async (c) => answer(c, await detail(c.get('actor'), c.req.valid('param').id)) as never,
    )
    .openapi(api.configureImport, async (c) => {
      const { id } = c.req.valid('param')
      const wanted = c.req.valid('json')
      const done = await configureImport(importing, c.get('actor'), id, {
        entity: wanted.entity,
        reading: wanted.reading as FileReading | undefined,
        columns: wanted.columns as Column[] | undefined,
        options: wanted.options as Partial<ImportOptions> | undefined,
      })
      return answer(c, isRefusal(done) ? done : await detail(c.get('actor'), id)) as never
    })
    .openapi(
      api.checkImport,
      async (c) => answer(c, await beginCheck(importing, c.get('actor'), c.req.valid('param').id)) as never,
    )
    .openapi(api.readRows, async (c) => {
      const { only, after, limit } = c.req.valid('query')
      const { id } = c.req.valid('param')
      const page = await readAs(db, c.get('actor'), async (tx) => {
        if ((await importById(tx, id)) === null) return refuse('not-found')
        const rows = await pageOfStaged(tx, id, only ?? null, after, limit + 1)
        const shown = rows
          .slice(0, limit)
          .map(({ values: _values, key: _key, existingId: _id, ...row }) => row)
        return { rows: shown, next: rows.length > limit ? (shown.at(-1)?.row ?? null) : null }
      })
      return answer(c, page) as never
    })
    .openapi(api.amendRow, async (c) => {
      const { id } = c.req.valid('param')
      const done = await amendCell(importing, c.get('actor'), id, c.req.valid('json'))
      return answer(c, isRefusal(done) ? done : { ...done, ...(await counts(c.get('actor'), id)) }) as never
    })
    .openapi(api.decideRows, async (c) => {
      const { id } = c.req.valid('param')
      const done = await decide(importing, c.get('actor'), id, c.req.valid('json'))
      return answer(c, isRefusal(done) ? done : { ...done, ...(await counts(c.get('actor'), id)) }) as never
    })
    .openapi(
      api.readUnknown,
      async (c) => answer(c, await unknownIn(importing, c.get('actor'), c.req.valid('param').id)) as never,
    )
    .openapi(api.chooseUnknown, async (c) => {
      const { id } = c.req.valid('param')
      return answer(c, await chooseUnknown(importing, c.get('actor'), id, c.req.valid('json'))) as never
    })
    .openapi(
      api.runImport,
      async (c) => answer(c, await beginRun(importing, c.get('actor'), c.req.valid('param').id)) as never,
    )
    .openapi(
      api.cancelImport,
      async (c) => answer(c, await cancelImport(importing, c.get('actor'), c.req.valid('param').id)) as never,
    )
    .openapi(
      api.undoImport,
      async (c) => answer(c, await beginUndo(importing, c.get('actor'), c.req.valid('param').id)) as never,
    )
    .openapi(
      api.resumeImport,
      async (c) => answer(c, await resumeImport(importing, c.get('actor'), c.req.valid('param').id)) as never,
    )
    .openapi(
      api.discardImport,
      async (c) =>
        answer(c, await discardImport(importing, c.get('actor'), c.req.valid('param').id)) as never,
    )
    .openapi(api.failedRows, async (c) => {
      const actor = c.get('actor')
      const record = await readAs(db, actor, (tx) => importById(tx, c.req.valid('param').id))
      if (record === null) return refused(c, refuse('not-found')) as never
      return file(c, 'failed-rows.csv', failedRowsFile(importing, actor, record, await say(actor))) as never
    }) as unknown as Routes
}

/** What a command answered: a refusal as problem details. */
function answer<T>(c: Context, done: T | Refusal) {
  return isRefusal(done) ? (refused(c, done) as never) : c.json(done as object, 200)
}

/** A CSV file sent as it is made. */
function file(c: Context, name: string, bytes: AsyncGenerator<Uint8Array>) {
  return c.body(Readable.toWeb(Readable.from(bytes)) as ReadableStream, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'no-store',
  })
}
