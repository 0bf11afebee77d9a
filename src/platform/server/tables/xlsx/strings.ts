import type { TableLimits } from '../limits.ts'
import { refuseTable } from '../problem.ts'
import { hearXml } from './xml.ts'

/**
 * The texts that the cells of a workbook share, kept as UTF-8 outside the JavaScript heap: a third of the
 * memory of an array of strings, and nothing for the garbage collector to walk.
 */
export class SharedStrings {
  readonly #blocks: Buffer[] = []
  readonly #most: number
  #ends = new Uint32Array(1024)
  #count = 0
  #used = 0

  constructor(most: number) {
    this.#most = most
  }

  add(text: string) {
    const size = Buffer.byteLength(text)
    const room = BLOCK - (this.#used % BLOCK)
    // A text never crosses from one block into the next; the gap belongs to it and is skipped on reading.
    const start = size <= room ? this.#used : this.#used + room
    if (start + size + this.#count * 4 > this.#most) throw refuseTable('zip-too-large', { limit: this.#most })
    const index = Math.floor(start / BLOCK)
    const block = (this.#blocks[index] ??= Buffer.allocUnsafeSlow(BLOCK))
    block.write(text, start % BLOCK)
    if (2 * this.#count + 1 >= this.#ends.length) this.#grow()
    this.#ends[2 * this.#count] = start
    this.#ends[2 * this.#count + 1] = start + size
    this.#count += 1
    this.#used = start + size
  }

  /** The text with this number, from 0. */
  at(index: number): string | undefined {
    if (!(index >= 0 && index < this.#count)) return undefined
    const start = this.#ends[2 * index] ?? 0
    const end = this.#ends[2 * index + 1] ?? 0
    const block = this.#blocks[Math.floor(start / BLOCK)]
    const from = start % BLOCK
    return end === start ? '' : block?.toString('utf8', from, from + end - start)
  }

  #grow() {
    const larger = new Uint32Array(this.#ends.length * 2)
    larger.set(this.#ends)
    this.#ends = larger
  }
}

const BLOCK = 1 << 20

/** Reads xl/sharedStrings.xml. Formatted runs are joined; readings of Chinese characters (rPh) left out. */
export async function readStrings(
  pieces: AsyncIterable<Buffer>,
  limits: TableLimits,
): Promise<SharedStrings> {
  const strings = new SharedStrings(limits.sharedBytes)
  const text = textListener(limits.cellLength)
  const listener = {
    open: text.open,
    text: text.text,
    close: (name: string) => {
      text.close(name)
      if (name === 'si') strings.add(text.take())
    },
  }
  for await (const _ of hearXml(pieces, listener, 6 * limits.cellLength));
  return strings
}

/**
 * Gathers the <t> of a text, formatted or not; `take` gives it and starts anew. One character more than
 * the limit is kept, so that whoever shows the text sees that it is too long.
 */
export function textListener(limit: number) {
  let gathered = ''
  let inText = false
  let inReading = false
  return {
    open(name: string) {
      if (name === 't') inText = true
      else if (name === 'rPh') inReading = true
    },
    text(text: string) {
      if (inText && !inReading && gathered.length <= limit) gathered += text
    },
    close(name: string) {
      if (name === 't') inText = false
      else if (name === 'rPh') inReading = false
    },
    take(): string {
      const text = gathered.slice(0, limit + 1)
      gathered = ''
      return unescaped(text)
    },
  }
}

/** Excel writes characters that XML can't hold as _x001F_ (ECMA-376 part 1, 22.9.2.19). */
export function unescaped(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text
}
