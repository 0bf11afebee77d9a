import type { TextEncoding } from '../src/platform/server/tables/table.ts'

/** Character → bytes of an encoding Node can only decode, found by decoding every sequence it has. */
function reversed(encoding: string): Map<string, readonly number[]> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  const found = new Map<string, readonly number[]>()
  const add = (...bytes: number[]) => {
    try {
      const text = decoder.decode(Uint8Array.from(bytes))
      if ([...text].length === 1 && !found.has(text)) found.set(text, bytes)
    } catch {
      // not a sequence of this encoding
    }
  }
  for (let a = 0; a < 256; a++) add(a)
  if (encoding === 'windows-1252') return found
  for (let a = 0x81; a < 0xff; a++) for (let b = 0x40; b < 0xff; b++) add(a, b)
  return found
}

const tables = new Map<string, Map<string, readonly number[]>>()

/** The bytes of a text in an encoding; undefined when the encoding can't hold it. Writes no byte-order mark. */
export function encode(text: string, encoding: TextEncoding): Uint8Array | undefined {
  if (encoding === 'utf-8') return Buffer.from(text)
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le')
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16()
  const table = tables.get(encoding) ?? reversed(encoding)
  tables.set(encoding, table)
  const bytes: number[] = []
  for (const character of text) {
    const found = table.get(character)
    if (!found) return undefined
    bytes.push(...found)
  }
  return Uint8Array.from(bytes)
}
