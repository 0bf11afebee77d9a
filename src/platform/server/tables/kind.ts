import { open } from 'node:fs/promises'

/** Kinds of file that are recognised but not read as a table; the sentence says how to save them instead. */
export const OTHER_KINDS = [
  'xls',
  'xlsb',
  'ods',
  'numbers',
  'password-protected',
  'old-office',
  'docx',
  'pptx',
  'zip',
  'pdf',
  'html',
  'mhtml',
  'xml-spreadsheet',
  'xml',
  'rtf',
  'json',
  'image',
  'archive',
  'sqlite',
  'program',
  'binary',
] as const
export type OtherKind = (typeof OTHER_KINDS)[number]

const HEAD = 65_536

/** The first 64 KB of a file. */
export async function headOf(path: string): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

const MAGIC: readonly (readonly [hex: string, kind: OtherKind])[] = [
  ['255044462d', 'pdf'],
  ['7b5c727466', 'rtf'],
  ['89504e470d0a1a0a', 'image'],
  ['ffd8ff', 'image'],
  ['474946383761', 'image'],
  ['474946383961', 'image'],
  ['49492a00', 'image'],
  ['4d4d002a', 'image'],
  ['1f8b08', 'archive'],
  ['526172211a07', 'archive'],
  ['377abcaf271c', 'archive'],
  ['fd377a585a00', 'archive'],
  ['425a6839314159', 'archive'],
  ['53514c69746520666f726d6174203300', 'sqlite'],
  ['7f454c46', 'program'],
  ['4d5a9000', 'program'],
]

/** Names a file by its first bytes; `container` kinds need a look inside. Undefined: probably text. */
export function kindByMagic(head: Buffer): OtherKind | 'container-zip' | 'container-cfb' | undefined {
  const hex = head.subarray(0, 16).toString('hex')
  if (hex.startsWith('504b0304') || hex.startsWith('504b0506')) return 'container-zip'
  if (hex.startsWith('d0cf11e0a1b11ae1')) return 'container-cfb'
  return MAGIC.find(([magic]) => hex.startsWith(magic))?.[1]
}

/** Names text that is something else than a table; some programs save web pages as .xls. */
export function kindByText(text: string): OtherKind | undefined {
  const start = text
    .replace(/^\uFEFF/, '')
    .trimStart()
    .slice(0, 2_000)
  if (/^(<!doctype\s+html|<html|<table|<head|<body|<meta|<style|<div)[\s>]/i.test(start)) return 'html'
  if (/^<\?xml/i.test(start)) {
    if (start.includes('urn:schemas-microsoft-com:office:spreadsheet')) return 'xml-spreadsheet'
    return /<html[\s>]/i.test(start) ? 'html' : 'xml'
  }
  if (/^MIME-Version:/i.test(start)) return 'mhtml'
  if (/^(\{\s*"|\[\s*[[{]\s*["\d[{])/.test(start)) return 'json'
  return undefined
}
