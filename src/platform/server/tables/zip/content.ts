import { open } from 'node:fs/promises'
import type { OtherKind } from '../kind.ts'
import type { TableLimits } from '../limits.ts'
import type { Zip } from './directory.ts'
import { partText } from './part.ts'

/** What a zip is, by the parts it has. */
export async function zipContent(zip: Zip, limits: TableLimits): Promise<OtherKind | 'xlsx'> {
  const names = [...zip.entries.keys()]
  const has = (start: string) => names.some((name) => name.startsWith(start))
  if (has('xl/workbook.bin')) return 'xlsb'
  if (has('[Content_Types].xml') && has('xl/')) return 'xlsx'
  if (has('word/')) return 'docx'
  if (has('ppt/')) return 'pptx'
  if (names.some((name) => name.endsWith('.iwa')) || has('Index.zip')) return 'numbers'
  const mime = zip.entries.get('mimetype')
  if (mime && (await partText(zip, mime, 200, limits)).includes('opendocument.spreadsheet')) return 'ods'
  return 'zip'
}

/**
 * What a compound file (the container of Office before 2007, and of encrypted Office files since) holds,
 * by the names in the first sector of its directory ([MS-CFB] 2.2, 2.6).
 */
export async function compoundContent(path: string): Promise<OtherKind> {
  const file = await open(path)
  try {
    const { buffer: header } = await file.read(Buffer.alloc(512), 0, 512, 0)
    const sector = 2 ** Math.min(16, header.readUInt16LE(0x1e))
    const at = (header.readUInt32LE(0x30) + 1) * sector
    const { buffer, bytesRead } = await file.read(Buffer.alloc(sector), 0, sector, at)
    const names = buffer.subarray(0, bytesRead).toString('utf16le')
    if (names.includes('EncryptedPackage') || names.includes('EncryptionInfo')) return 'password-protected'
    return names.includes('Workbook') || names.includes('Book') ? 'xls' : 'old-office'
  } finally {
    await file.close()
  }
}
