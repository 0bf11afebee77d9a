import { asciiAt, includesAscii, startsWith } from './bytes.ts'

/** What may be kept of a customer (rule 1.1). Everything else is refused, whatever it calls itself. */
export const mediaTypes = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
  'text/plain',
] as const
export type MediaType = (typeof mediaTypes)[number]

const extensions: Record<MediaType, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'text/plain': 'txt',
}
export function extensionOf(type: MediaType): string {
  return extensions[type]
}

export function isPhoto(type: MediaType): boolean {
  return type === 'image/jpeg' || type === 'image/png' || type === 'image/webp'
}

const office = [
  ['word/document.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xl/workbook.', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['ppt/presentation.xml', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
] as const

/** The names in a zip stand uncompressed in the directory at its end; macros are refused. */
function officeType(head: Uint8Array, tail: Uint8Array): MediaType | null {
  if (includesAscii(tail, 'vbaProject.bin')) return null
  if (asciiAt(head, 30, 8) === 'mimetype') {
    const declared = asciiAt(head, 38, 60)
    if (declared.startsWith('application/vnd.oasis.opendocument.text'))
      return 'application/vnd.oasis.opendocument.text'
    if (declared.startsWith('application/vnd.oasis.opendocument.spreadsheet'))
      return 'application/vnd.oasis.opendocument.spreadsheet'
    return null
  }
  return office.find(([name]) => includesAscii(tail, name))?.[1] ?? null
}

/** Text that a program could take for a page, a drawing or a script is no plain text. */
function looksLikeMarkup(head: Uint8Array): boolean {
  const start = asciiAt(head, 0, Math.min(head.length, 512)).replace(/^\u00EF\u00BB\u00BF/u, '')
  return /^\s*(?:<|#!|%!|\{\\rtf)/u.test(start)
}

/**
 * What a file is by its content, never by its name. `head` and `tail` are its first and last bytes (64 KiB each, or
 * the whole of a smaller file); `plainText` says whether all of it is UTF-8 without control characters.
 * Null when it is nothing that may be kept.
 */
export function mediaTypeOf(head: Uint8Array, tail: Uint8Array, plainText: boolean): MediaType | null {
  if (startsWith(head, [0xff, 0xd8, 0xff])) return 'image/jpeg'
  if (startsWith(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png'
  if (asciiAt(head, 0, 4) === 'RIFF' && asciiAt(head, 8, 4) === 'WEBP') return 'image/webp'
  if (asciiAt(head, 0, 5) === '%PDF-') return 'application/pdf'
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04])) return officeType(head, tail)
  return plainText && head.length > 0 && !looksLikeMarkup(head) ? 'text/plain' : null
}
