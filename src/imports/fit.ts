import { parseCountry } from '../values/country.ts'
import { parseCurrency } from '../values/currency.ts'
import { guessNumberFormat, numberFormats } from '../values/number-text.ts'
import { type CellFormat, isNothing, readCell } from './cell.ts'
import { dayFormats, guessDayFormat } from './day-text.ts'
import type { Field } from './target.ts'

/** Texts that could be a phone: six digits or more, and little else. */
function looksLikePhone(text: string): boolean {
  const digits = text.match(/\d/gu)?.length ?? 0
  return digits >= 6 && digits >= text.replace(/[\s()+./-]/gu, '').length * 0.7
}

function share(samples: readonly string[], fits: (text: string) => boolean): number {
  return samples.filter(fits).length / samples.length
}

/** Numbers as they stand in a column, whatever its format. */
function numberShare(samples: readonly string[]): number {
  const bare = samples.map((text) => text.replace(/[\p{Sc}%]|\b[A-Z]{3}\b/gu, '').trim())
  return guessNumberFormat(bare) === null
    ? share(bare, (text) => guessNumberFormat([text]) !== null) * 0.8
    : 1
}

const anyFormat = { day: 'y-m-d', currency: 'EUR' } as const

/**
 * How well a column's values suit a field, 0 to 1; null when they can't tell: no values, or a field that takes any text.
 * `samples` are cells that say something.
 */
export function fitOf(field: Field, samples: readonly string[]): number | null {
  const said = samples.filter((text) => !isNothing(text))
  if (said.length === 0) return null
  const reads = (text: string) =>
    numberFormats.some(
      (number) => 'values' in readCell(text, field, { ...anyFormat, number } as unknown as CellFormat),
    )
  switch (field.kind) {
    case 'text':
    case 'lines':
    case 'reference':
    case 'tags':
      return null
    case 'phone':
      return share(said, looksLikePhone)
    case 'country':
      return share(said, (text) => parseCountry(text) !== null)
    case 'currency':
      return share(said, (text) => parseCurrency(text) !== null)
    case 'day':
      return Math.max(
        ...dayFormats.map((format) => share(said, (text) => guessDayFormat([text], [format]) !== null)),
      )
    case 'money':
    case 'decimal':
    case 'percent':
      return numberShare(said)
    default:
      return share(said, reads)
  }
}
