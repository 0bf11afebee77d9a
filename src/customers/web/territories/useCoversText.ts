import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import type { Covers } from './territory.ts'

const shown = 6

/** What falls into a territory, in words: "Madrid, Toledo and 3 more (Spain)". */
export function useCoversText(): (covers: Covers) => string {
  const { t, i18n } = useTranslation('territories')
  const { list } = useFormats()
  return ({ countries, regions, cities }) => {
    const names = new Intl.DisplayNames(i18n.language, { type: 'region' })
    const few = (all: readonly string[]) =>
      all.length <= shown
        ? list(all)
        : list([...all.slice(0, shown), t('covers.more', { count: all.length - shown })])
    const lands = few(countries.map((code) => names.of(code) ?? code))
    const places = few([...regions, ...cities])
    if (places === '' && lands === '') return t('covers.nothing')
    if (places === '') return t('covers.all', { countries: lands })
    return lands === '' ? places : t('covers.within', { places, countries: lands })
  }
}
