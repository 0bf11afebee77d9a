/** So many of a group, after so many. */
export type PieceOf<Group> = { readonly group: Group; readonly skip: number; readonly take: number }

/** Which pieces of groups in order a page consists of. */
export function piecesOf<Group extends { readonly count: number }>(
  groups: readonly Group[],
  size: number,
  offset: number,
): PieceOf<Group>[] {
  const pieces: PieceOf<Group>[] = []
  let before = 0
  for (const group of groups) {
    const skip = Math.max(0, offset - before)
    const take = Math.min(group.count, offset + size - before) - skip
    if (take > 0) pieces.push({ group, skip, take })
    before += group.count
  }
  return pieces
}
