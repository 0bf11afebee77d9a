import type { NumberFormat } from '../values/number-text.ts'
import type { DayFormat } from './day-text.ts'
import type { UnknownChoices } from './references.ts'

/** What one column of the file means. */
export type Column = {
  /** Its place in the file, from 0. */
  readonly at: number
  /** The field it gives; null leaves it out. */
  readonly field: string | null
  /** In a record that exists already: fill the field only where it is empty, or put the file's value in its place. */
  readonly rule: 'fill' | 'overwrite'
  readonly number: NumberFormat
  readonly day: DayFormat
}

export type ImportOptions = {
  readonly mode: 'create' | 'update' | 'both'
  /** Names of match keys, in order: the first that a row fills decides. */
  readonly keys: readonly string[]
  /** ISO code for phones and places of rows that name no country. */
  readonly country: string
  /** For amounts of rows that name no currency. */
  readonly currency: string
  /** The grid of the file's coordinates; maps in China use one of their own. */
  readonly datum: 'WGS-84' | 'GCJ-02' | 'BD-09'
  /** Whether an empty cell leaves what is there, or empties it. */
  readonly emptyCells: 'keep' | 'clear'
  /** Whether a row with a bad cell is kept back, or comes in without the cell. */
  readonly badCells: 'reject' | 'leave-out'
  /** What becomes of rows that are likely duplicates and that nobody decided on. */
  readonly likelyDuplicates: 'leave' | 'create' | 'update'
  /** What becomes of rows that refer to something unknown, by field. */
  readonly unknown?: UnknownChoices | undefined
}

/** How the file itself is read, where the guess was wrong. */
export type FileReading = {
  readonly encoding?: string | undefined
  readonly delimiter?: string | undefined
  readonly sheet?: string | undefined
  /** Row that holds the column names; 0 when there is none. */
  readonly headerRow?: number | undefined
  /** A row with fewer cells than there are columns: something was lost (the default), or the rest is empty. */
  readonly shortRows?: 'problem' | 'fill' | undefined
}

/** What is seen of a file before anything is imported: how it is written, its columns, and cells of the first rows. */
export type Inspection = {
  readonly kind: 'csv' | 'xlsx'
  readonly bytes: number
  readonly encoding: string | null
  readonly delimiter: string | null
  readonly sheets: readonly string[]
  readonly sheet: string | null
  readonly headerRow: number
  readonly columns: readonly InspectedColumn[]
  /** Columns (from 1) whose name an earlier one has. */
  readonly repeated: readonly number[]
  /** The first rows below the header, as they stand. */
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[]
}
export type InspectedColumn = {
  readonly header: string
  /** Different cells that say something, from the first thousand rows: what formats are guessed from. */
  readonly samples: readonly string[]
}
