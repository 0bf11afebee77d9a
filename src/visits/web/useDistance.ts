import { useTranslation } from 'react-i18next'
import { useFormats } from '../../platform/web/language/useFormats.tsx'

/** Metres as people say them: "850 m", "14 km". */
export function useDistance(): (metres: number) => string {
  const { t } = useTranslation('planning')
  const { number } = useFormats()
  return (metres) =>
    metres < 950
      ? t('metres', { shown: number(Math.round(metres / 50) * 50) })
      : t('kilometres', {
          shown: number(metres < 9500 ? Math.round(metres / 100) / 10 : Math.round(metres / 1000)),
        })
}
