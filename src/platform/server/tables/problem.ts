/**
 * What can be wrong with a table somebody hands in. A `fatal` one ends the reading (thrown as
 * TableRefused); the others belong to one row (Row.problem) and the reading goes on.
 */
export const TABLE_PROBLEMS = [
  'empty-file',
  'kind-not-read',
  'file-too-large',
  'unclosed-quote',
  'cell-too-long',
  'row-too-long',
  'too-many-columns',
  'too-many-rows',
  'sheet-not-found',
  'zip-damaged',
  'zip-overlapping',
  'zip-too-many-entries',
  'zip-too-large',
  'zip-ratio',
  'zip-size-differs',
  'xml-damaged',
  'xml-entities',
  'ragged-row',
  'nul-character',
  'undecodable',
  'cell-error',
  'formula-without-value',
] as const
export type TableProblemCode = (typeof TABLE_PROBLEMS)[number]

/**
 * `row` as a person sees it in a spreadsheet (1 = first line of the file), `column` from 1, `value`
 * what was found (at most 80 characters), `limit` what is allowed or expected.
 */
export type TableProblem = {
  readonly code: TableProblemCode
  readonly row?: number
  readonly column?: number
  readonly value?: string
  readonly limit?: number
}

/** Builds a problem with its value shortened, so that an error never carries a huge cell around. */
export function problem(code: TableProblemCode, facts: Omit<TableProblem, 'code'> = {}): TableProblem {
  return facts.value === undefined ? { code, ...facts } : { code, ...facts, value: shortened(facts.value) }
}

function shortened(value: string): string {
  return value.length > 80 ? `${value.slice(0, 79).toWellFormed()}…` : value
}

/**
 * The file as a whole can't be read. An exception because it ends an iteration in the middle;
 * commands catch it and answer with `problem`.
 */
export class TableRefused extends Error {
  override readonly name = 'TableRefused'
  readonly problem: TableProblem

  constructor(found: TableProblem) {
    super(found.code)
    this.problem = found
  }
}

/** Makes a TableRefused to be thrown. */
export function refuseTable(code: TableProblemCode, facts: Omit<TableProblem, 'code'> = {}): TableRefused {
  return new TableRefused(problem(code, facts))
}
