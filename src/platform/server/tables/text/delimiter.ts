import { DELIMITERS, type Delimiter } from '../table.ts'

/** Excel's own directive: a first line `sep=;` names the delimiter and is no row of the table. */
export function directive(text: string): { delimiter: Delimiter; length: number } | undefined {
  const found = /^sep=([,;|\t])(?:\r\n|\n|\r|$)/i.exec(text)
  return found ? { delimiter: found[1] as Delimiter, length: found[0].length } : undefined
}

/**
 * The delimiter that cuts most of the first lines into the same number (> 1) of cells; among equals the
 * one that makes more cells, then the comma. `text` is the beginning of the file.
 */
export function guessDelimiter(text: string): Delimiter {
  let best: { delimiter: Delimiter; agreeing: number; cells: number } | undefined
  for (const delimiter of DELIMITERS) {
    const counts = cellsPerRow(text, delimiter)
    const { cells, agreeing } = mostFrequent(counts)
    if (cells < 2) continue
    const better =
      best === undefined || agreeing > best.agreeing || (agreeing === best.agreeing && cells > best.cells)
    if (better) best = { delimiter, agreeing, cells }
  }
  return best?.delimiter ?? ','
}

/** Cells of each of the first 50 rows that aren't blank, quotes heeded; an unfinished last row is left out. */
function cellsPerRow(text: string, delimiter: string): number[] {
  const counts: number[] = []
  let cells = 1
  let length = 0
  let quoted = false
  let cellStart = true
  for (const character of text) {
    if (character === '"' && (quoted || cellStart)) quoted = !quoted
    const newline = !quoted && (character === '\n' || character === '\r')
    const cut = !quoted && character === delimiter
    if (newline && length > 0) counts.push(cells)
    if (counts.length === 50) return counts
    cells = newline ? 1 : cells + (cut ? 1 : 0)
    length = newline ? 0 : length + 1
    cellStart = newline || cut
  }
  if (length > 0 && (counts.length === 0 || text.length < 65_536)) counts.push(cells)
  return counts
}

function mostFrequent(counts: readonly number[]): { cells: number; agreeing: number } {
  const times = new Map<number, number>()
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1)
  let best = { cells: 0, agreeing: 0 }
  for (const [cells, agreeing] of times) {
    if (cells > 1 && (agreeing > best.agreeing || (agreeing === best.agreeing && cells > best.cells)))
      best = { cells, agreeing }
  }
  return best
}
