/** A text that can be kept: jsonb holds no NUL and no half of a surrogate pair. */
export function storable(cell: string): string {
  return cell.replaceAll('\0', '␀').toWellFormed()
}
