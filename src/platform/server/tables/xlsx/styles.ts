import { hearAll } from './xml.ts'

/** How the number in a cell is shown: a plain number, padded with zeros to a width, a day, a time, or both. */
export type NumberStyle =
  | { readonly as: 'number' }
  | { readonly as: 'padded'; readonly digits: number }
  | { readonly as: 'day' | 'moment' | 'time' }

const NUMBER: NumberStyle = { as: 'number' }

/** Formats built into Excel; 27–36 and 50–58 are dates in East Asian versions (ECMA-376 part 1, 18.8.30). */
function builtIn(id: number): NumberStyle {
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return { as: 'day' }
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47)) return { as: 'time' }
  return id === 22 ? { as: 'moment' } : NUMBER
}

/** What a format code such as `dd/mm/yyyy`, `[h]:mm`, `00000` or `#,##0.00 "€"` shows. */
export function styleOfCode(code: string): NumberStyle {
  if (/^0{2,}$/.test(code)) return { as: 'padded', digits: code.length }
  const bare = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .replace(/general/gi, '')
    .toLowerCase()
  const time = /[hs]/.test(bare)
  const day = /[yd]/.test(bare) || (bare.includes('m') && !time)
  if (day && time) return { as: 'moment' }
  return day ? { as: 'day' } : time ? { as: 'time' } : NUMBER
}

/** Reads xl/styles.xml: what each cell style number (the `s` of a cell) shows. */
export async function readStyles(pieces: AsyncIterable<Buffer>): Promise<readonly NumberStyle[]> {
  const codes = new Map<string, NumberStyle>()
  const styles: NumberStyle[] = []
  let inCells = false
  await hearAll(pieces, {
    open(name, attributes) {
      if (name === 'cellXfs') inCells = true
      else if (name === 'numFmt')
        codes.set(attributes()['numFmtId'] ?? '', styleOfCode(attributes()['formatCode'] ?? ''))
      else if (name === 'xf' && inCells) {
        const id = attributes()['numFmtId'] ?? '0'
        styles.push(codes.get(id) ?? builtIn(Number(id)))
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  return styles
}
