/** How much of a file is taken before it is refused. Bytes, counts or characters (UTF-16 units). */
export type TableLimits = {
  readonly fileBytes: number
  /** All parts of an XLSX that are read, unpacked. */
  readonly unpackedBytes: number
  /** Shared texts of an XLSX, held in memory while it is read. */
  readonly sharedBytes: number
  /** Unpacked over packed size of one part; deflate itself can't exceed 1032. */
  readonly ratio: number
  readonly entries: number
  readonly rows: number
  readonly columns: number
  readonly cellLength: number
  readonly rowLength: number
}

/** Rows and cell length are Excel's own (1,048,576 and 32,767); the rest leaves room for real files. */
export const TABLE_LIMITS: TableLimits = {
  fileBytes: 200_000_000,
  unpackedBytes: 2_000_000_000,
  sharedBytes: 134_217_728,
  ratio: 400,
  entries: 5_000,
  rows: 1_048_576,
  columns: 500,
  cellLength: 32_767,
  rowLength: 2_000_000,
}
