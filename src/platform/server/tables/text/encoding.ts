import { isAscii } from 'node:buffer'
import { createReadStream } from 'node:fs'
import { TextDecoder } from 'node:util'
import type { TextEncoding } from '../table.ts'
import { EAST_ASIAN, plausibility } from './plausibility.ts'

const SAMPLE = 65_536

/** What was seen of a file's bytes while looking for its encoding. */
export type Bytes = {
  readonly encoding: TextEncoding
  /** Not text at all: too many control characters to be a table. */
  readonly binary: boolean
}

/**
 * Guesses how a file's text is written: a byte-order mark, else UTF-16 by where its zero bytes lie,
 * else UTF-8 when the whole file is valid UTF-8 (nothing else looks like it by chance), else the East
 * Asian encoding in which most of it reads as everyday characters, else windows-1252.
 * Reads the whole file once, in pieces: one accent in the last line decides.
 */
export async function guessEncoding(path: string): Promise<Bytes> {
  const seen = await look(path)
  const control = controlShare(seen.head)
  const marked = byMark(seen.head)
  if (marked) return { encoding: marked, binary: false }
  const wide = byZeroBytes(seen.head)
  if (wide) return { encoding: wide, binary: false }
  if (seen.utf8) return { encoding: 'utf-8', binary: control.zero > 0.3 }
  return { encoding: byPlausibility(seen.foreign), binary: control.all > 0.05 }
}

type Look = { readonly head: Buffer; readonly utf8: boolean; readonly foreign: Buffer }

async function look(path: string): Promise<Look> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let head = Buffer.alloc(0)
  let utf8 = true
  const foreign: Buffer[] = []
  let collected = 0
  for await (const piece of createReadStream(path, { highWaterMark: SAMPLE })) {
    const chunk = piece as Buffer
    if (head.length < SAMPLE) head = Buffer.concat([head, chunk]).subarray(0, SAMPLE)
    if (byMark(head)) break
    if (utf8) utf8 = decodes(decoder, chunk)
    if (collected < 4 * SAMPLE && !isAscii(chunk)) {
      foreign.push(wholeLines(chunk))
      collected += chunk.length
    }
    if (!utf8 && collected >= 4 * SAMPLE) break
  }
  if (utf8) utf8 = decodes(decoder)
  return { head, utf8, foreign: Buffer.concat(foreign) }
}

function decodes(decoder: TextDecoder, chunk?: Buffer): boolean {
  try {
    if (chunk) decoder.decode(chunk, { stream: true })
    else decoder.decode()
    return true
  } catch {
    return false
  }
}

/** A piece of the file may begin or end inside a character: keep what lies between line ends. */
function wholeLines(chunk: Buffer): Buffer {
  if (chunk.length < SAMPLE) return chunk
  const first = chunk.indexOf(10)
  const last = chunk.lastIndexOf(10)
  return last > first ? chunk.subarray(first, last) : chunk
}

function byMark(head: Buffer): TextEncoding | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  return undefined
}

/** In UTF-16 the high half of every ASCII character is zero, always on the same side. */
function byZeroBytes(head: Buffer): TextEncoding | undefined {
  const zeros = [0, 0]
  for (let i = 0; i < head.length; i++) if (head[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  const all = even + odd
  if (all < 2 || all < head.length * 0.02) return undefined
  const encoding = odd > even ? 'utf-16le' : 'utf-16be'
  if (Math.max(even, odd) < all * 0.95) return undefined
  const text = new TextDecoder(encoding).decode(head.subarray(0, head.length - (head.length % 2)))
  return text.includes('\0') || text.includes('\uFFFD') ? undefined : encoding
}

function controlShare(head: Buffer): { zero: number; all: number } {
  let zero = 0
  let all = 0
  for (const byte of head) {
    if (byte === 0) zero += 1
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) all += 1
  }
  const size = Math.max(1, head.length)
  return { zero: zero / size, all: all / size }
}

function byPlausibility(bytes: Buffer): TextEncoding {
  const scores = (['gb18030', 'big5', 'shift_jis'] as const).map((encoding) => ({
    encoding,
    score: plausibility(bytes, EAST_ASIAN[encoding]),
  }))
  const best = scores.toSorted((a, b) => b.score - a.score)[0]
  return best && best.score >= 0.5 ? best.encoding : 'windows-1252'
}
