import { useTranslation } from 'react-i18next'

const causes = ['recycled', 'released', 'registered', 'import'] as const
const reasons = ['closed', 'leave', 'kept', 'collision'] as const

/** How a customer came into the pool, and why its time stands still, in words; what isn't known here in general ones. */
export function usePoolWords() {
  const { t } = useTranslation('pool')
  return {
    whyOf: (cause: string) => t(`why.${causes.find((known) => known === cause) ?? 'other'}`),
    becauseOf: (because: string) => t(`because.${reasons.find((known) => known === because) ?? 'other'}`),
  }
}
