/**
 * What a spreadsheet may take for a formula when it opens a CSV file (OWASP, CSV injection): = + - @,
 * tab, carriage return, line feed, and the full-width signs of East Asian keyboards.
 */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/

/**
 * Puts an apostrophe before a cell that could run as a formula. Cells that already begin with
 * apostrophes and then such a sign get one more, so that `plain` always gives back the same text.
 */
export function neutralised(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell
}

/** Takes back what `neutralised` did. */
export function plain(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell
}
