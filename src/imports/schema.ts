import { z } from '@hono/zod-openapi'
import { CountryCode, CurrencyCode, Id } from '../platform/contract.ts'
import { numberFormats } from '../values/number-text.ts'
import { dayFormats } from './day-text.ts'
import { unknownChoices } from './references.ts'
import { importStates } from './state.ts'

const NumberFormat = z.enum(numberFormats as [string, ...string[]])
const DayFormat = z.enum(dayFormats as [string, ...string[]])

export const ImportEntity = z
  .enum(['customers', 'people', 'products', 'orders', 'order-lines', 'prices', 'stock-counts'])
  .openapi('ImportEntity')

export const ImportField = z
  .object({
    name: z.string(),
    kind: z.string(),
    required: z.boolean(),
    unless: z
      .string()
      .nullable()
      .openapi({ description: 'A field that, when it is mapped, makes this one unnecessary' }),
    joins: z.boolean().openapi({ description: 'Several columns may give it together' }),
    choices: z.array(z.string()),
  })
  .openapi('ImportField')
export const ImportTargetView = z
  .object({
    entity: ImportEntity,
    fields: z.array(ImportField),
    keys: z.array(z.object({ name: z.string(), fields: z.array(z.string()), onlyChosen: z.boolean() })),
  })
  .openapi('ImportTarget')

export const FileReading = z
  .object({
    encoding: z
      .enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'gb18030', 'big5', 'shift_jis'])
      .optional(),
    delimiter: z.enum([',', ';', '\t', '|']).optional(),
    sheet: z.string().max(200).optional(),
    headerRow: z.number().int().min(0).max(1000).optional(),
    shortRows: z.enum(['problem', 'fill']).optional(),
  })
  .openapi('FileReading')

export const ImportColumn = z
  .object({
    at: z.number().int().min(0).max(500),
    field: z.string().max(60).nullable(),
    rule: z.enum(['fill', 'overwrite']),
    number: NumberFormat,
    day: DayFormat,
  })
  .openapi('ImportColumn')

export const ImportOptions = z
  .object({
    mode: z.enum(['create', 'update', 'both']),
    keys: z.array(z.string().max(60)).max(10),
    country: CountryCode,
    currency: CurrencyCode,
    datum: z.enum(['WGS-84', 'GCJ-02', 'BD-09']),
    emptyCells: z.enum(['keep', 'clear']),
    badCells: z.enum(['reject', 'leave-out']),
    likelyDuplicates: z.enum(['leave', 'create', 'update']),
    unknown: z.record(z.string().max(60), z.enum(unknownChoices)).optional(),
  })
  .openapi('ImportOptions')

export const Inspection = z
  .object({
    kind: z.enum(['csv', 'xlsx']),
    bytes: z.number(),
    encoding: z.string().nullable(),
    delimiter: z.string().nullable(),
    sheets: z.array(z.string()),
    sheet: z.string().nullable(),
    headerRow: z.number().int(),
    columns: z.array(z.object({ header: z.string(), samples: z.array(z.string()) })),
    repeated: z.array(z.number().int()),
    rows: z.array(z.object({ row: z.number().int(), cells: z.array(z.string()) })),
  })
  .openapi('Inspection')

export const ImportSummary = z
  .object({
    created: z.number().int(),
    updated: z.number().int(),
    unchanged: z.number().int(),
    rejected: z.number().int(),
    duplicates: z.number().int(),
  })
  .openapi('ImportSummary')

/** An import in the list. */
export const ImportView = z
  .object({
    id: Id,
    entity: ImportEntity,
    fileName: z.string(),
    state: z.enum(importStates),
    waiting: z.boolean().openapi({ description: 'Another import of the same kind goes first' }),
    position: z.number().int().openapi({ description: 'Rows that the present step has finished with' }),
    total: z.number().int().nullable(),
    counts: z.record(z.string(), z.number().int()),
    summary: ImportSummary,
    failure: z.record(z.string(), z.union([z.string(), z.number()])).nullable(),
    startedBy: z.object({ id: Id, name: z.string() }).nullable(),
    createdAt: z.string(),
    doneAt: z.string().nullable(),
    undoneAt: z.string().nullable(),
    emptied: z.boolean().openapi({ description: 'The file and its cells have been thrown away' }),
    may: z.array(z.enum(['configure', 'check', 'amend', 'run', 'cancel', 'undo', 'resume', 'discard'])),
  })
  .openapi('Import')
export const ImportDetail = ImportView.extend({
  reading: FileReading,
  inspection: Inspection,
  columns: z.array(ImportColumn),
  options: ImportOptions,
}).openapi('ImportDetail')
export type ImportView = z.infer<typeof ImportView>

const Problem = z.object({
  code: z.string(),
  field: z.string().optional(),
  value: z.string().optional(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})
export const StagedRowView = z
  .object({
    row: z.number().int(),
    cells: z.array(z.string()),
    fault: Problem.nullable(),
    problems: z.array(Problem).nullable(),
    verdict: z.string().nullable(),
    changes: z
      .record(z.string(), z.array(z.unknown()))
      .nullable()
      .openapi({ description: 'field: [before, after]' }),
    candidate: z
      .object({
        id: Id.nullable(),
        row: z.number().int().nullable().openapi({ description: 'The earlier row of the file it resembles' }),
        label: z.string(),
        why: z.array(z.string()),
        score: z.number(),
      })
      .nullable(),
    decision: z.enum(['create', 'update', 'leave']).nullable(),
    outcome: z.string().nullable(),
    entityId: Id.nullable(),
    undone: z.string().nullable(),
  })
  .openapi('ImportRow')

export const Configure = z
  .object({
    entity: ImportEntity.optional(),
    reading: FileReading.optional(),
    columns: z.array(ImportColumn).max(300).optional(),
    options: ImportOptions.partial().optional(),
  })
  .openapi('ConfigureImport')

export const Amend = z
  .object({
    row: z.number().int().min(1),
    at: z.number().int().min(0).max(500),
    value: z.string().max(32_767),
    everywhere: z.boolean().default(false),
  })
  .openapi('AmendImport')

export const Decide = z
  .object({
    rows: z.array(z.number().int().min(1)).max(1000).optional(),
    verdict: z.enum(['likely-duplicate', 'new', 'update']).optional(),
    decision: z.enum(['create', 'update', 'leave']).nullable(),
  })
  .refine((given) => (given.rows === undefined) !== (given.verdict === undefined), {
    message: 'name either rows or a verdict',
    path: ['rows'],
  })
  .openapi('DecideImport')

export const UnknownReference = z
  .object({
    field: z.string(),
    chosen: z.enum(unknownChoices),
    choices: z.array(z.enum(unknownChoices)),
    rows: z.number().int().openapi({ description: 'Rows that are kept back because of it' }),
    values: z.array(z.string()).openapi({ description: 'Some of what they name' }),
  })
  .openapi('UnknownReference')

export const ChooseUnknown = z
  .object({ field: z.string().max(60), choice: z.enum(unknownChoices) })
  .openapi('ChooseUnknown')
