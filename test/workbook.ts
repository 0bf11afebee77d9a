import { ROOT_RELATIONS, STYLES } from '../src/platform/server/tables/xlsx/parts.ts'
import { zipped } from '../src/platform/server/tables/zip/write.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The parts of a workbook with one sheet whose rows are `rows` (XML); replace or add any of them. */
export function partsOf(rows: string, others: Record<string, string> = {}): Record<string, string> {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`
  return {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': ROOT_RELATIONS,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relation('rId1', 'worksheet', 'worksheets/sheet1.xml')}${relation('rId2', 'styles', 'styles.xml')}${relation('rId3', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    'xl/styles.xml': STYLES,
    'xl/sharedStrings.xml': '<sst/>',
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`,
    ...others,
  }
}

/** The bytes of a zip with these files. */
export async function zipOf(files: Record<string, string>): Promise<Buffer> {
  const sources = Object.entries(files).map(([name, text]) => ({ name, text: [text] }))
  return Buffer.concat(await Array.fromAsync(zipped(sources)))
}

/** The bytes of a workbook whose sheet holds these rows (XML). */
export function aWorkbook(rows: string, others: Record<string, string> = {}): Promise<Buffer> {
  return zipOf(partsOf(rows, others))
}
