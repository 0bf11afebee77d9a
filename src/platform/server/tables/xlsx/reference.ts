/** Column number (from 1) of letters: A → 1, XFD → 16384. 0 when they are none. */
export function columnNumber(letters: string): number {
  let number = 0
  for (const letter of letters) {
    const value = letter.charCodeAt(0) - 64
    if (value < 1 || value > 26 || number > 100_000) return 0
    number = number * 26 + value
  }
  return number
}

/** Letters of a column number, as a person sees them above the column: 1 → A, 28 → AB. */
export function columnLetters(column: number): string {
  let rest = column
  let letters = ''
  while (rest > 0) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
    rest = Math.floor((rest - 1) / 26)
  }
  return letters
}
