import { useTranslation } from 'react-i18next'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import type { Reason } from './types.ts'

/** Why two entries look like one, in words. */
export function useReasonWords(): (reason: Reason) => string {
  const { t } = useTranslation('stewardship')
  const { number, percent } = useFormats()
  return (reason) => {
    if (reason.is === 'near' || reason.is === 'far')
      return t(`reason.${reason.is}`, { metres: number(reason.metres) })
    if (reason.is === 'similar-name')
      return t('reason.similar-name', { alike: percent(reason.percent / 100) })
    return t(`reason.${reason.is}`)
  }
}

/** What speaks for one outlet, and what against it. */
export function isFor(reason: Reason): boolean {
  return !['far', 'other-address', 'other-town', 'other-tax-id', 'one-chain'].includes(reason.is)
}
