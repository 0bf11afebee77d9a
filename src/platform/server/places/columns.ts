/** Few different texts over many rows: two bytes a row. */
export type Column = { readonly codes: Uint16Array; readonly texts: readonly string[] }

/** Texts of any length, one after the other in UTF-8, outside the heap that is collected. */
export type Pool = { readonly bytes: Buffer; readonly ends: Uint32Array }

export function textIn({ codes, texts }: Column, row: number): string {
  return texts[codes[row] ?? 0] ?? ''
}

export function textAt({ bytes, ends }: Pool, row: number): string {
  return bytes.toString('utf8', row === 0 ? 0 : ends[row - 1], ends[row])
}

/** Collects a column row by row. Throws RangeError past 65,536 different texts. */
export class ColumnBuilder {
  readonly codes: Uint16Array
  readonly known = new Map<string, number>()
  constructor(rows: number) {
    this.codes = new Uint16Array(rows)
  }

  set(row: number, text: string): void {
    const code = this.known.get(text) ?? this.known.size
    if (code > 65_535) throw new RangeError('Too many different texts for a column')
    this.known.set(text, code)
    this.codes[row] = code
  }

  built(): Column {
    return { codes: this.codes, texts: [...this.known.keys()] }
  }
}
