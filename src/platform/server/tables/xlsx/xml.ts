import { TextDecoder } from 'node:util'
import { Parser } from 'saxen'
import { refuseTable, TableRefused } from '../problem.ts'

/** Names come without their namespace prefix; text comes whole and with its entities replaced. */
export type XmlListener = {
  readonly open?: (name: string, attributes: () => Readonly<Record<string, string>>) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
}

const DEPTH = 64

/**
 * Goes through an XML part piece by piece, yielding after each so that what the listener gathered can be
 * handed on. Only what a spreadsheet needs: a document type (the door to entity bombs and outside files)
 * is refused, so are deep nesting and a single tag or text of more than `longest` characters.
 */
export async function* hearXml(pieces: AsyncIterable<Buffer>, listener: XmlListener, longest: number) {
  let depth = 0
  let waiting = 0
  const parser = new Parser()
    .on('openTag', (name, attributes) => {
      waiting = 0
      depth += 1
      if (depth > DEPTH) throw refuseTable('xml-damaged', { value: 'nesting', limit: DEPTH })
      listener.open?.(local(name), attributes)
    })
    .on('closeTag', (name) => {
      waiting = 0
      depth -= 1
      listener.close?.(local(name))
    })
    .on('text', (text) => listener.text?.(withEntities(text)))
    .on('cdata', (text) => listener.text?.(text))
    .on('attention', (text) => {
      throw refuseTable('xml-entities', { value: text })
    })
    .on('comment', () => (waiting = 0))
    .on('error', (cause) => {
      throw refuseTable('xml-damaged', { value: cause.message })
    })
  for await (const text of decoded(pieces)) {
    waiting += text.length
    try {
      parser.write(text)
    } catch (cause) {
      throw cause instanceof TableRefused ? cause : refuseTable('xml-damaged')
    }
    if (waiting > longest + text.length) throw refuseTable('cell-too-long', { limit: longest })
    yield
  }
  parser.end()
}

/** Goes through a whole part that is expected to be small in memory. */
export async function hearAll(pieces: AsyncIterable<Buffer>, listener: XmlListener): Promise<void> {
  for await (const _ of hearXml(pieces, listener, 1_000_000));
}

async function* decoded(pieces: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined
  try {
    for await (const piece of pieces) {
      decoder ??= new TextDecoder(encodingOf(piece), { fatal: true })
      yield decoder.decode(piece, { stream: true })
    }
    yield decoder?.decode() ?? ''
  } catch (cause) {
    if (cause instanceof TypeError) throw refuseTable('xml-damaged', { value: 'encoding' })
    throw cause
  }
}

/** XML without a declaration of its own is UTF-8 or, with a mark or a wide `<`, UTF-16. */
function encodingOf(start: Buffer): string {
  if (start[0] === 0xff || (start[0] === 0x3c && start[1] === 0)) return 'utf-16le'
  return start[0] === 0xfe || (start[0] === 0 && start[1] === 0x3c) ? 'utf-16be' : 'utf-8'
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Line ends as XML counts them, then the five named entities and character numbers (saxen's own loses those above U+FFFF). */
function withEntities(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
  if (!lines.includes('&')) return lines
  return lines.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return NAMED[name] ?? whole
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
