import type { Changes } from '../../platform/server/database/changes.ts'
import type { Tx } from '../../platform/server/database/connect.ts'
import type { Candidate, CellProblem, FieldChanges, ImportTarget, Value, Values } from '../target.ts'

/** What every step of an import is told. */
export type ImportContext = {
  readonly organizationId: string
  /** Who imports; null on the command line. */
  readonly personId: string | null
  /** The batch id for history entries; also the key of the staged rows. */
  readonly importId: string
  /** The company's day. */
  readonly today: string
  /** For rows that name no country. */
  readonly country: string
  /** For amounts that name no currency. */
  readonly currency: string
  /** In which grid the file's coordinates lie. */
  readonly datum: 'WGS-84' | 'GCJ-02' | 'BD-09'
  /** Names of the fields whose unknown values come to be with the import. */
  readonly creates: ReadonlySet<string>
  /** Names of the fields that a column is mapped to. */
  readonly fields: ReadonlySet<string>
  /**
   * Looks into the rest of the same file: for every text (case apart) that some row has as value `by`, the value of
   * `wanted` in the first such row. All rows are normalised before the first is checked.
   */
  readonly inFile: (
    tx: Tx,
    by: string,
    texts: readonly string[],
    wanted: string,
  ) => Promise<ReadonlyMap<string, Value>>
}

/** A row on its way through the check. `resolve` may add values and problems; a problem rejects the row. */
export type StagedRow = {
  readonly row: number
  values: Values
  readonly problems: CellProblem[]
}
/** A record as it is: the kept values of all fields, and its version. */
export type Existing = { readonly id: string; readonly version: number; readonly values: Values }
export type NewRecord = { readonly row: number; readonly id: string; readonly values: Values }
export type ChangedRecord = { readonly row: number; readonly id: string; readonly fields: FieldChanges }
/** Rows about to be written. */
export type ToWrite = {
  readonly created: readonly NewRecord[]
  readonly updated: readonly ChangedRecord[]
}

/**
 * What a feature does to be importable. Every function handles a whole chunk (up to some thousand rows) with a fixed
 * number of statements, never one a row. The engine does the rest: reading, normalising, comparing, verdicts, chunks,
 * progress, resuming and undo.
 */
export type ServerTarget = {
  readonly rules: ImportTarget
  /** Looks up what the rows refer to (sets `owner_id` from `owner`), derives values, and adds problems. */
  readonly resolve?: (tx: Tx, rows: readonly StagedRow[], context: ImportContext) => Promise<void>
  /** The record each row means by this key (its name), as row number to id. Keys compare folded where people type them. */
  readonly find: (
    tx: Tx,
    key: string,
    rows: readonly StagedRow[],
    context: ImportContext,
  ) => Promise<ReadonlyMap<number, string>>
  /** The records with these ids; those that are gone are left out. Locked for the time of the transaction when `lock`. */
  readonly load: (
    tx: Tx,
    ids: readonly string[],
    context: ImportContext,
    lock: boolean,
  ) => Promise<ReadonlyMap<string, Existing>>
  /** What a row says in view of the record it means (a verified place isn't moved by a rougher one); asked before comparing. */
  readonly settle?: (existing: Values, row: Values) => Values
  /** What else changes with a record's changes (a new city moves an approximate place); on top of the given ones. */
  readonly follow?: (existing: Values, row: Values, changes: FieldChanges) => FieldChanges
  /** For rows that mean no record yet: which one is probably the same (rule 1.7). */
  readonly suspect?: (
    tx: Tx,
    rows: readonly StagedRow[],
    context: ImportContext,
  ) => Promise<ReadonlyMap<number, Candidate>>
  /** For new rows: which earlier row of the same file is probably the same (rule 1.7); of all rows, or of some. */
  readonly alike?: (
    tx: Tx,
    importId: string,
    rows: readonly number[] | null,
  ) => Promise<ReadonlyMap<number, Candidate>>
  /**
   * Writes new records and changes of records, with history (batch id = importId), search text and change feed.
   * Undoing an update calls it too, with old and new the other way round and `undoing`.
   */
  readonly write: (
    tx: Tx,
    changes: Changes,
    rows: ToWrite,
    context: ImportContext & { readonly undoing: boolean },
  ) => Promise<void>
  /**
   * After all rows are written, in chunks: references between rows of the same file (a manager further down).
   * `values` as `resolve` left them; `id` is the record the row became.
   */
  readonly link?: (
    tx: Tx,
    changes: Changes,
    rows: readonly NewRecord[],
    context: ImportContext,
  ) => Promise<void>
  /** What the records that an import brought come to, by currency, in minor units; shown with the result. */
  readonly amounts?: (tx: Tx, importId: string) => Promise<readonly { currency: string; minor: number }[]>
  /** Undoes creations. Answers which records stay because they have later work, with the reason. */
  readonly remove: (
    tx: Tx,
    changes: Changes,
    ids: readonly string[],
    context: ImportContext,
  ) => Promise<ReadonlyMap<string, 'changed-since' | 'has-later-work'>>
  /** After all rows were taken back: what else the import had brought (areas). */
  readonly undone?: (tx: Tx, changes: Changes, context: ImportContext) => Promise<void>
}

/** What a feature does to be exportable: the inverse of its import, so that a file handed out can come in again. */
export type ExportSource = {
  readonly rules: ImportTarget
  /** Who may hand it out. */
  readonly permission: string
  /** The next ids after this one that the asker may see, in order. */
  readonly list: (tx: Tx, after: string | null, limit: number) => Promise<readonly string[]>
  readonly load: ServerTarget['load']
  /** Puts what `load` gives as ids into words (owner_id into owner), and leaves out what a file must not say. */
  readonly spell?: (tx: Tx, records: readonly Existing[]) => Promise<readonly Existing[]>
}
