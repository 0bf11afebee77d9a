import { isUtf8 } from 'node:buffer'
import { kindByMagic, kindByText } from '../tables/kind.ts'

/** What people may hand in, with the type it is served as and the ending its name gets. */
export const FILE_KINDS = {
  jpeg: { type: 'image/jpeg', ending: 'jpg' },
  png: { type: 'image/png', ending: 'png' },
  webp: { type: 'image/webp', ending: 'webp' },
  heic: { type: 'image/heic', ending: 'heic' },
  pdf: { type: 'application/pdf', ending: 'pdf' },
  txt: { type: 'text/plain; charset=utf-8', ending: 'txt' },
  csv: { type: 'text/csv; charset=utf-8', ending: 'csv' },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ending: 'xlsx' },
  docx: { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', ending: 'docx' },
} as const
export type FileKind = keyof typeof FILE_KINDS

/** Of the photos and pictures among them. */
export const PICTURE_KINDS = ['jpeg', 'png', 'webp', 'heic'] as const satisfies readonly FileKind[]

const HEIC_BRANDS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']

/**
 * What a file is by its content; its name only tells a CSV from another text, its declared type nothing.
 * Null for everything else: programs, web pages, drawings with scripts, Office files with macros.
 */
export function fileKind(bytes: Buffer, name: string): FileKind | null {
  const begins = (text: string, at = 0) => bytes.toString('latin1', at, at + text.length) === text
  if (begins('\xff\xd8\xff')) return 'jpeg'
  if (begins('\x89PNG\r\n\x1a\n')) return 'png'
  if (begins('RIFF') && begins('WEBP', 8)) return 'webp'
  if (begins('ftyp', 4)) return HEIC_BRANDS.includes(bytes.toString('latin1', 8, 12)) ? 'heic' : null
  if (begins('%PDF-')) return 'pdf'
  const magic = kindByMagic(bytes)
  if (magic === 'container-zip') return officeKind(bytes)
  if (magic !== undefined || !isPlainText(bytes)) return null
  return /\.(csv|tsv)$/i.test(name) ? 'csv' : 'txt'
}

/** Names stand in the clear inside a zip. A file with macros calls itself by another name, but may be renamed. */
function officeKind(bytes: Buffer): FileKind | null {
  if (!bytes.includes('[Content_Types].xml') || bytes.includes('vbaProject.bin')) return null
  if (bytes.includes('xl/workbook.xml')) return 'xlsx'
  return bytes.includes('word/document.xml') ? 'docx' : null
}

function isPlainText(bytes: Buffer): boolean {
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  const start = bytes.subarray(0, 65_536)
  const text = new TextDecoder(wide ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(start)
  if (kindByText(text) !== undefined || /^\s*<(?:svg|script)[\s>]/i.test(text)) return false
  if (wide) return !text.includes('\0')
  // Old one-byte and East Asian texts aren't valid UTF-8, but no text holds control characters.
  return !start.includes(0) && (isUtf8(bytes) || !start.some((byte) => byte < 9 || (byte > 13 && byte < 27)))
}
