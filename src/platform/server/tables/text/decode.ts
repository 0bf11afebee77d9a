import { createReadStream } from 'node:fs'
import type { TextEncoding } from '../table.ts'

/**
 * A file's text in pieces of about 64 KB, without its byte-order mark. Bytes that mean nothing in the
 * encoding come out as U+FFFD; the row that holds one is marked later.
 */
export async function* decodedText(path: string, encoding: TextEncoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of createReadStream(path)) {
    const text = decoder.decode(chunk as Buffer, { stream: true })
    if (text !== '') yield text
  }
  const rest = decoder.decode()
  if (rest !== '') yield rest
}
