import { posix } from 'node:path'
import type { TableLimits } from '../limits.ts'
import { refuseTable } from '../problem.ts'
import type { Sheet } from '../table.ts'
import type { Zip, ZipEntry } from '../zip/directory.ts'
import { partBytes } from '../zip/part.ts'
import { readStrings, SharedStrings } from './strings.ts'
import { readStyles, type NumberStyle } from './styles.ts'
import { hearAll } from './xml.ts'

export type SheetPart = Sheet & { readonly entry: ZipEntry }

/** A workbook's sheets, and what is needed to understand their cells. */
export type Workbook = {
  readonly sheets: readonly SheetPart[]
  readonly from1904: boolean
  readonly styles: () => Promise<readonly NumberStyle[]>
  readonly strings: () => Promise<SharedStrings>
}

/** Small parts of a workbook (lists of parts and sheets) are a few kilobytes in real files. */
const SMALL_PART = 8_000_000

/** Reads the list of sheets by way of the package's relations; outside targets are never followed. */
export async function openWorkbook(zip: Zip, limits: TableLimits): Promise<Workbook> {
  const root = await relations(zip, '', limits)
  const main = root.find((relation) => relation.type === 'officeDocument')?.target ?? 'xl/workbook.xml'
  const related = await relations(zip, main, limits)
  const entry = smallPart(zip, main)
  const found: { name: string; hidden: boolean; id: string }[] = []
  let from1904 = false
  await hearAll(partBytes(zip, entry, limits), {
    open(tag, attributes) {
      if (tag === 'workbookPr') from1904 = ['1', 'true'].includes(attributes()['date1904'] ?? '')
      if (tag !== 'sheet') return
      const { name = '', state = 'visible', ...others } = attributes()
      // The prefix of r:id is the writer's choice.
      const [, id = ''] = Object.entries(others).find(([key]) => key.endsWith(':id')) ?? []
      found.push({ name, hidden: state !== 'visible', id })
    },
  })
  const sheets = found.flatMap(({ name, hidden, id }) => {
    const relation = related.find((one) => one.id === id && one.type === 'worksheet')
    const part = relation && zip.entries.get(relation.target)
    return part ? [{ name, hidden, entry: part }] : []
  })
  if (sheets.length === 0) throw refuseTable('empty-file')
  const partOf = (type: string) => zip.entries.get(related.find((one) => one.type === type)?.target ?? '')
  return {
    sheets,
    from1904,
    styles: once(async () => {
      const part = partOf('styles')
      return part ? readStyles(partBytes(zip, part, limits)) : []
    }),
    strings: once(async () => {
      const part = partOf('sharedStrings')
      return part ? readStrings(partBytes(zip, part, limits), limits) : new SharedStrings(0)
    }),
  }
}

function once<T>(read: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined
  return () => (result ??= read())
}

function smallPart(zip: Zip, name: string): ZipEntry {
  const entry = zip.entries.get(name)
  if (!entry) throw refuseTable('zip-damaged', { value: name })
  if (entry.unpacked > SMALL_PART) throw refuseTable('zip-too-large', { value: name, limit: SMALL_PART })
  return entry
}

type Relation = { readonly id: string; readonly type: string; readonly target: string }

/** The relations of a part ('' for the package), targets as names inside the zip, types by their last word. */
async function relations(zip: Zip, part: string, limits: TableLimits): Promise<Relation[]> {
  const folder = posix.dirname(part)
  const name = posix.join(folder, '_rels', `${posix.basename(part)}.rels`)
  if (!zip.entries.has(name)) return []
  const found: Relation[] = []
  await hearAll(partBytes(zip, smallPart(zip, name), limits), {
    open(tag, attributes) {
      const { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode } = attributes()
      if (tag !== 'Relationship' || mode === 'External') return
      const name = posix.join('/', target.startsWith('/') ? '' : folder, target).slice(1)
      found.push({ id, type: posix.basename(type), target: name })
    },
  })
  return found
}
