import { useTranslation } from 'react-i18next'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import type { VisitLoad } from './planning-types.ts'

/** "Ana needs 61 visits a week and can make 45: C every 6 weeks instead of 4. 3 visits a week can't be made." */
export function useLoadText(): (load: VisitLoad, isMe?: boolean) => string {
  const { t } = useTranslation('planning')
  const { number, list } = useFormats()
  return ({ person, needed, asked, capacity, missing, stretched }, isMe = false) => {
    const [many, most] = [Math.max(0, Math.ceil(needed - 1e-6)), Math.round(capacity)]
    const who = isMe ? 'me' : 'other'
    const values = { name: person.name, needed: number(many), can: number(most) }
    if (stretched.length === 0 && missing <= 0) return t(`load.fits.${who}`, { ...values, count: many })
    const changes = stretched.map(({ tier, weeks, instead }) =>
      t('load.stretched', {
        tier: tier === 'none' ? t('noTier') : tier,
        weeks: number(weeks),
        instead: number(instead),
        count: weeks,
      }),
    )
    const lost = Math.ceil(missing - 1e-6)
    return [
      t(`load.tooMany.${who}`, values),
      changes.length > 0 &&
        t('load.so', { changes: list(changes), asked: number(Math.max(0, Math.ceil(asked - 1e-6))) }),
      missing > 0 && t('load.missing', { count: lost, shown: number(lost) }),
    ]
      .filter(Boolean)
      .join(' ')
  }
}
