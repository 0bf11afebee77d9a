import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import { Glance } from '../../../platform/web/ui/Glance.tsx'
import type { PanelProps } from './customer.ts'

/** Who serves the customer since when; the pool is nobody. */
export function ServedGlance({ customer }: PanelProps) {
  const { t } = useTranslation('customer')
  const { day } = useFormats()
  const owner = customer.holders.find(({ role }) => role === 'owner')
  const person = owner?.person ?? null
  return (
    <Glance
      label={t('glance.served')}
      value={person === null ? t('glance.pool') : person.name}
      detail={owner === undefined ? undefined : t('glance.since', { day: day(owner.since) })}
    />
  )
}
