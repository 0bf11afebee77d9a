/**
 * Rows by the keys they are found under, without keeping the keys: a key's hash leads to rows, and whoever asks
 * checks each of them. Twelve bytes an entry where a map of strings takes a hundred.
 */
export type KeyIndex = {
  readonly heads: Int32Array
  readonly hashes: Int32Array
  readonly rows: Int32Array
  readonly next: Int32Array
  readonly count: number
}

const slots = 2 ** 18

/** FNV-1a, 32 bits, over the characters of both. */
export function hashOf(country: string, key: string): number {
  let hash = 0x81_1c_9d_c5
  for (const text of [country, key]) {
    for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01_00_01_93)
  }
  return hash | 0
}

export class KeyIndexBuilder {
  readonly heads = new Int32Array(slots).fill(-1)
  hashes = new Int32Array(2 ** 17)
  rows = new Int32Array(2 ** 17)
  next = new Int32Array(2 ** 17)
  count = 0

  add(country: string, key: string, row: number): void {
    if (this.count === this.rows.length) this.grow()
    const hash = hashOf(country, key)
    const slot = (hash >>> 0) % slots
    this.hashes[this.count] = hash
    this.rows[this.count] = row
    this.next[this.count] = this.heads[slot] ?? -1
    this.heads[slot] = this.count++
  }

  private grow(): void {
    for (const column of ['hashes', 'rows', 'next'] as const) {
      const wider = new Int32Array(this.count * 2)
      wider.set(this[column])
      this[column] = wider
    }
  }
}

/** The rows whose hash is the key's; a few in a hundred thousand stand there by chance. */
export function rowsUnder(index: KeyIndex, country: string, key: string): number[] {
  const hash = hashOf(country, key)
  const found: number[] = []
  let entry = index.heads[(hash >>> 0) % slots] ?? -1
  while (entry >= 0) {
    if (index.hashes[entry] === hash) found.push(index.rows[entry] ?? -1)
    entry = index.next[entry] ?? -1
  }
  return found
}
