import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { refuse, type Refusal } from '../../../values/refusal.ts'
import { cleanJpeg } from './clean/jpeg.ts'
import { cleanHeic } from './clean/heic.ts'
import { cleanPng } from './clean/png.ts'
import { cleanWebp } from './clean/webp.ts'
import { FILE_KINDS, fileKind, type FileKind } from './kind.ts'
import { fileName } from './name.ts'

/** A file as it may be kept: recognised, freed of what the camera said of place and person, named safely. */
export type ReceivedFile = {
  readonly kind: FileKind
  readonly contentType: string
  readonly name: string
  readonly content: Buffer
  readonly bytes: number
  readonly sha256: string
}

export type FileRefusal = 'file-empty' | 'file-too-large' | 'file-kind-not-allowed' | 'file-damaged'

/** The most a person may hand in unless somebody says otherwise: a long photo or a scanned contract. */
const MOST_BYTES = 25_000_000

/**
 * Takes in a file a person hands over. It is refused when empty, larger than `most` bytes (reading stops
 * there), of a kind not in `kinds`, or a picture whose parts don't fit together. `name` is what they call it.
 */
export async function receiveFile(
  source: Readable | Uint8Array,
  name: string,
  allowed: { readonly kinds?: readonly FileKind[]; readonly most?: number } = {},
): Promise<ReceivedFile | Refusal<FileRefusal>> {
  const most = allowed.most ?? MOST_BYTES
  const given = await taken(source, most)
  if (given === null) return refuse('file-too-large', { facts: { most } })
  if (given.length === 0) return refuse('file-empty')
  const kind = fileKind(given, name)
  if (kind === null || !(allowed.kinds ?? Object.keys(FILE_KINDS)).includes(kind)) {
    return refuse('file-kind-not-allowed')
  }
  const content = cleaned(given, kind)
  if (content === null) return refuse('file-damaged')
  return {
    kind,
    contentType: FILE_KINDS[kind].type,
    name: fileName(name, kind),
    content,
    bytes: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
  }
}

async function taken(source: Readable | Uint8Array, most: number): Promise<Buffer | null> {
  const pieces: Uint8Array[] = []
  let bytes = 0
  for await (const piece of source instanceof Uint8Array ? [source] : source) {
    const part = piece as Uint8Array
    bytes += part.length
    // Leaving the loop also destroys the stream: the rest isn't read.
    if (bytes > most) return null
    pieces.push(part)
  }
  return Buffer.concat(pieces)
}

function cleaned(content: Buffer, kind: FileKind): Buffer | null {
  if (kind === 'jpeg') return cleanJpeg(content)
  if (kind === 'png') return cleanPng(content)
  if (kind === 'webp') return cleanWebp(content)
  return kind === 'heic' ? cleanHeic(content) : content
}
